/* The idea browser's rows: they say what the rows of the table say that is there without scripts. */
import { fold, make, marked } from "./words.js";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const day = (days) => {
  if (days === null) return make("span", "", "no date");
  const date = new Date(days * 86400000);
  const made = make("time", "", `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`);
  made.dateTime = date.toISOString().slice(0, 10);
  return made;
};

const file = (name) => `${name === "index" ? "index--" : name}.html`;

const link = (address, text, words) => {
  const made = make("a");
  made.href = address;
  made.append(marked(text, words));
  return made;
};

/* Makes the rows of one file of ideas; `root` leads to the site's root. */
export const rows = (data, root) => {
  const named = (column, place) => data.values[column][place];

  const people = (places, words) => places.flatMap((place, n) => {
    const [login, name] = named("people", place);
    const one = link(`${root}people/${file(login)}`, name, words);
    return n ? [", ", one] : [one];
  });

  const theme = (place) => {
    const [id, name] = named("theme", place);
    return place < data.linked ? link(`${root}themes/${file(id)}`, name, []) : make("span", "", name);
  };

  const turn = (idea) => {
    const made = make("td");
    const role = idea.turn.length ? named("turn", idea.turn[0])[0] : "";
    if (!role) made.append("Nobody");
    else if (role === "registry") made.append("The registry");
    else if (!idea.who.length) made.append(`Looking for ${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`);
    else made.append(`${role[0].toUpperCase()}${role.slice(1)} `, ...people(idea.who, []));
    return made;
  };

  const meta = (idea, words) => {
    const made = make("span", "hero-meta");
    made.append(theme(idea.theme[0]), " · ", ...(idea.proposers.length ? people(idea.proposers, words) : ["–"]));
    const tags = idea.tags.map((place) => named("tag", place)[1])
      .filter((tag) => words.some((word) => fold(tag).includes(word)));
    if (tags.length) made.append(" · ", marked(tags.join(", "), words));
    return made;
  };

  return (idea, words) => {
    const first = make("td");
    first.append(link(`${root}ideas/${file(idea.slug)}`, idea.title, words));
    if (idea.summary) {
      const summary = make("span", "hero-summary");
      summary.append(marked(idea.summary, words));
      first.append(summary);
    }
    first.append(meta(idea, words));
    const stage = make("td");
    stage.append(make("span", `hero-chip hero-chip--${data.looks[idea.stage[0]]}`, named("stage", idea.stage[0])[1]));
    const moved = make("td");
    moved.append(day(idea.moved));
    const made = make("tr");
    made.append(first, stage, turn(idea), moved);
    return made;
  };
};
