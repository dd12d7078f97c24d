"""What is right: one rule a file; the docstring is the rule's page."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic
from hero.registry.document import Document
from hero.registry.problem import FAULTS
from hero.registry.registry import Registry
from hero.rules import (
    advocate_unknown,
    challenge_unknown,
    date_order,
    date_slip,
    evaluation_own,
    evidence_baseline,
    field_empty,
    field_length,
    field_missing,
    field_type,
    field_unknown,
    field_value,
    file_link,
    file_size,
    file_unreadable,
    idea_ahead,
    idea_cycle,
    idea_deleted,
    idea_unknown,
    kept_field,
    move_date,
    move_gate,
    move_person,
    move_unlawful,
    period_order,
    person_unknown,
    personal_data,
    pipeline_reach,
    pipeline_stages,
    policy_missing,
    pull_mixed,
    recognition_double,
    record_rewritten,
    region_unknown,
    reopen_needless,
    roster_double,
    roster_expertise,
    slug_changed,
    slug_form,
    slug_lookalike,
    slug_twin,
    stage_undecided,
    stage_unknown,
    text_hidden,
    text_length,
    text_link,
    text_mention,
    text_plain,
    text_secret,
    text_template,
    theme_double,
    theme_uncovered,
    theme_unknown,
    time_zone_unknown,
    yaml_alias,
    yaml_depth,
    yaml_document,
    yaml_duplicate_key,
    yaml_encoding,
    yaml_key,
    yaml_line_break,
    yaml_syntax,
    yaml_tag,
)
from hero.rules.rule import Rule, rule_from
from hero.rules.severity import weighed
from hero.rules.veil import veiled

#: Every rule, in the order in which a reader meets them.
RULES: tuple[Rule, ...] = tuple(
    map(
        rule_from,
        (
            file_link,
            file_size,
            file_unreadable,
            yaml_encoding,
            yaml_line_break,
            yaml_syntax,
            yaml_duplicate_key,
            yaml_document,
            yaml_tag,
            yaml_key,
            yaml_alias,
            yaml_depth,
            field_missing,
            field_unknown,
            field_empty,
            field_type,
            field_value,
            field_length,
            slug_form,
            slug_twin,
            slug_lookalike,
            text_plain,
            text_length,
            text_template,
            text_link,
            text_hidden,
            text_mention,
            text_secret,
            personal_data,
            theme_unknown,
            challenge_unknown,
            advocate_unknown,
            person_unknown,
            idea_unknown,
            idea_cycle,
            idea_ahead,
            evidence_baseline,
            evaluation_own,
            date_order,
            date_slip,
            stage_unknown,
            stage_undecided,
            kept_field,
            move_unlawful,
            move_person,
            move_gate,
            move_date,
            record_rewritten,
            reopen_needless,
            slug_changed,
            idea_deleted,
            pull_mixed,
            policy_missing,
            pipeline_stages,
            pipeline_reach,
            theme_double,
            theme_uncovered,
            roster_expertise,
            roster_double,
            recognition_double,
            time_zone_unknown,
            region_unknown,
            period_order,
        ),
    )
)


def check(registry: Registry, change: Change | None = None) -> list[Diagnostic]:
    """Hold a registry against every rule, and a change of it where what it was before is given.

    All diagnostics at once, each with its place, sorted by place: the same registry gives the
    same list.
    """
    found = [diagnostic for rule in RULES for diagnostic in rule.check(registry, change)]
    documents = {path: registry.document(path) for path in {each.place.path for each in found}}
    told = weighed(registry, veiled(_placed(documents, found), documents))
    return _bounded(registry, sorted(told, key=lambda each: each.key))


def _placed(documents: Mapping[str, Document], found: list[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics with the span that each route leads to."""
    return [
        each
        if each.place.span or not each.place.route
        else each.at(documents[each.place.path].span(each.place.route, each.place.on_key))
        for each in found
    ]


def _bounded(registry: Registry, found: list[Diagnostic]) -> list[Diagnostic]:
    """At most so many diagnostics of one file; where there are more, the last one says so."""
    more = {problem.path for problem in registry.problems if problem.detail.get("more")}
    kept: list[Diagnostic] = []
    for path, group in groupby(found, key=lambda each: each.place.path):
        every = list(group)
        first = every[:FAULTS]
        if path in more or len(every) > FAULTS:
            words = "this file has more faults than are shown; mend these first"
            first[-1] = replace(first[-1], help=(*first[-1].help, words))
        kept.extend(first)
    return kept


__all__ = ["RULES", "Rule", "check"]
