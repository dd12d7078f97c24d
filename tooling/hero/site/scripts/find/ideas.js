/* The idea browser's ideas: read once, then sifted by choices and words. Knows nothing of the page. */
import { fold } from "./words.js";

const VERSION = 2;

const SLICE = 200; // ideas at once: so few that a slow phone still scrolls and types between them

/* Lets whatever waits go first: a touch, a key, a picture of the page. */
const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => { setTimeout(done); });

const sliced = async (all, work) => {
  for (let from = 0; from < all.length; from += SLICE) {
    all.slice(from, from + SLICE).forEach(work);
    await breath();
  }
};

/* One object an idea; a facet's value and people are always lists of numbers. */
export const opened = async (raw, facets) => {
  if (raw.version !== VERSION) throw new Error("another version");
  const lists = new Set([...facets, "proposers", "who", "tags"]);
  const columns = raw.columns.map((name) => [name, lists.has(name)]);
  const ideas = [];
  await sliced(raw.ideas, (row) => {
    const idea = { summary: "", folded: null };
    columns.forEach(([name, list], at) => {
      const held = row[at];
      idea[name] = !list || Array.isArray(held) ? held : held < 0 ? [] : [held];
    });
    ideas.push(idea);
  });
  return { ...raw, ideas };
};

/* The words by which an idea is found, worked out once. */
const said = (data, idea) => {
  const named = (column, places) => places.map((each) => data.values[column][each][1]);
  idea.folded ??= fold([idea.title, idea.summary, idea.slug, ...named("tag", idea.tags),
    ...named("people", idea.proposers), ...idea.proposers.map((each) => data.values.people[each][0])].join(" "));
  return idea.folded;
};

/* Work these out for all, before anybody types. */
export const folded = (data) => sliced(data.ideas, (idea) => said(data, idea));

/* Those that fit; and for each choice how many would, if its facet alone were chosen anew. */
export const sifted = (data, facets, state) => {
  const found = [];
  const counts = Object.fromEntries(facets.map((name) => [name, new Array(data.values[name].length).fill(0)]));
  const any = Object.fromEntries(facets.map((name) => [name, 0]));
  for (const idea of data.ideas) {
    if (!state.words.every((word) => said(data, idea).includes(word))) continue;
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
