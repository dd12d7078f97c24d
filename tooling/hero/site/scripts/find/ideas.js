/* The idea browser's ideas: read once, then sifted by choices and words. Knows nothing of the page. */
import { fold } from "./words.js";

const VERSION = 2;

/* One object an idea; a facet's value and people are always lists of numbers. */
export const opened = (raw, facets) => {
  if (raw.version !== VERSION) throw new Error("another version");
  const place = Object.fromEntries(raw.columns.map((name, at) => [name, at]));
  const named = (column, places) => places.map((each) => raw.values[column][each][1]);
  const ideas = raw.ideas.map((row) => {
    const idea = Object.fromEntries(raw.columns.map((name) => [name, row[place[name]]]));
    for (const name of [...facets, "proposers", "who", "tags"]) {
      if (!Array.isArray(idea[name])) idea[name] = idea[name] < 0 ? [] : [idea[name]];
    }
    idea.summary ??= "";
    const said = [idea.title, idea.summary, idea.slug, ...named("tag", idea.tags),
      ...named("people", idea.proposers), ...idea.proposers.map((each) => raw.values.people[each][0])];
    idea.folded = fold(said.join(" "));
    return idea;
  });
  return { ...raw, ideas };
};

/* Those that fit; and for each choice how many would, if its facet alone were chosen anew. */
export const sifted = (data, facets, state) => {
  const found = [];
  const counts = Object.fromEntries(facets.map((name) => [name, new Array(data.values[name].length).fill(0)]));
  const any = Object.fromEntries(facets.map((name) => [name, 0]));
  for (const idea of data.ideas) {
    if (!state.words.every((word) => idea.folded.includes(word))) continue;
    const missed = facets.filter((name) => state[name] >= 0 && !idea[name].includes(state[name]));
    if (missed.length > 1) continue;
    if (!missed.length) found.push(idea);
    for (const name of missed.length ? missed : facets) {
      any[name] += 1;
      for (const place of idea[name]) counts[name][place] += 1;
    }
  }
  return { found, counts, any };
};

const ORDER = new Map([
  ["waiting", (a, b) => (a.moved ?? Infinity) - (b.moved ?? Infinity) || 0],
  ["new", (a, b) => (b.proposed ?? 0) - (a.proposed ?? 0)],
  ["title", (a, b) => a.title.localeCompare(b.title)],
]);
export const ordered = (ideas, order) => ORDER.has(order) ? ideas.sort(ORDER.get(order)) : ideas;
