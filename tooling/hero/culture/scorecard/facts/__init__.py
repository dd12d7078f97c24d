"""Every fact that a check or the scorecard can name."""

from collections.abc import Mapping

from hero.culture.scorecard.fact import Fact
from hero.culture.scorecard.facts.advocates import ADVOCATES
from hero.culture.scorecard.facts.culture import CULTURE
from hero.culture.scorecard.facts.process import PROCESS
from hero.culture.scorecard.facts.technology import TECHNOLOGY

#: Fact by its id, in the order of the letters.
FACTS: Mapping[str, Fact] = {
    fact.id: fact for fact in (*PROCESS, *ADVOCATES, *CULTURE, *TECHNOLOGY)
}
