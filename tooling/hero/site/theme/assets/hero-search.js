/* What the theme's search box asks in a registry of many ideas, in place of the theme's own worker:
   it answers in the same form, out of Pagefind's index, of which it reads the few parts it needs.
   The box takes titles and excerpts as HTML, so both are escaped here, but for the marks of hits. */
"use strict";
const MOST = 13; // hits of one answer: the box shows ten entries, and four more once one is at its end
const PAUSE = 60; // milliseconds in which a next letter may come
const LATE = 400; // milliseconds after which whoever asks is told that the answer is on its way
const root = new URL("../../../", self.location.href);
let newest = 0;

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/* Pagefind escapes an excerpt and marks hits in it; whatever else were in it becomes text. */
const excerpted = (html) => html.split(/(<mark>|<\/mark>|&(?:lt|gt|amp|quot|#39|#x27);)/)
  .map((part, n) => n % 2 ? part : escaped(part)).join("");

/* An excerpt from the start of a text begins with its title, which the box shows already. */
const beyond = (html, title) => {
  let at = 0;
  for (const sign of title) {
    while (html.startsWith("<mark>", at) || html.startsWith("</mark>", at)) at = html.indexOf(">", at) + 1;
    const written = html[at] === "&" ? html.slice(at, html.indexOf(";", at) + 1).length : sign.length;
    if (html[at] !== "&" && !html.startsWith(sign, at)) return html;
    at += written;
  }
  return html.slice(at).replace(/^(?:<\/mark>|[.\s])+/, "");
};

/* As Pagefind's index has it beside the word itself: without accents, in ASCII. */
const OTHERS = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };
const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[ßłøæœđðþħı]/g, (sign) => OTHERS[sign]);

/* Pagefind is read with the first words, not with every page. It remembers what it could not get
   as if it were empty, so once something is lost, the next question begins with a new one. */
let engine = null;
let tries = 0;
const lose = () => { engine = null; tries += 1; };

const texts = (path) => new URL(`search/texts/${path}`, root).href;
const ask = self.fetch;
const whole = async (address, ...how) => {
  const answer = await ask(address, ...how);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Response(await answer.arrayBuffer());
};

/* What Pagefind asks for one after another before it can search, asked for together. The build says
   what that is, for each of the indexes among which it shared the texts; what has the same name in
   the next build is not taken from an older one. Pagefind waits for ever for what it does not get,
   so it is not begun without. */
const askAhead = async () => {
  const shares = await (await whole(texts("first.json"), { cache: "no-cache" })).json();
  const asked = new Map();
  await Promise.all(shares.flatMap((files, number) => files.map(async (file) => {
    const cache = /\.(json|pagefind)$/.test(file) ? "no-cache" : "default";
    asked.set(texts(`${number}/${file}`), await whole(texts(`${number}/${file}`), { cache }));
  })));
  self.fetch = async (address, ...how) => {
    const plain = String(address).replace(/\?ts=.*$/, "");
    const held = asked.get(plain);
    asked.delete(plain);
    try {
      return held ?? await whole(address, ...how);
    } catch (problem) { lose(); throw problem; }
  };
  return shares.length;
};

const load = () => {
  engine ??= (async () => {
    // A browser may remember that an address could not be imported, so each try has one of its own.
    const again = tries ? `?try=${tries}` : "";
    const [shares, made] = await Promise.all([askAhead(), import(texts(`0/pagefind.js${again}`))]);
    await made.options({ noWorker: true, excerptLength: 24 });
    await made.init();
    for (let number = 1; number < shares; number += 1) {
      await made.mergeIndex(texts(`${number}/`), { excerptLength: 24 });
    }
    const { kind } = await made.filters();
    if (kind?.glossary !== shares) throw new Error("an index cannot be searched");
    return made;
  })().catch((problem) => { lose(); throw problem; });
  return engine;
};

/* The box counts entries. Where they are not all that there is, its count is hidden by the class. */
const item = (location, title, text, score, all) => [{
  location, title, text: `<p${all ? "" : ' class="hero-cut"'}>${text}</p>`, score, terms: {},
}];
/* Where a question goes on: the table of ideas, which has room for all of them. */
const onward = (asked, title, text) => item(
  `ideas/index.html?words=${encodeURIComponent(asked.trim())}`, escaped(title), escaped(text), 0, false);

/* Pagefind marks hits in excerpts alone. */
const titled = (title, words) => title.split(/([\p{L}\p{N}]+)/u)
  .map((part, n) => n % 2 && words.split(/\s+/).some((word) => folded(part).startsWith(word))
    ? `<mark>${escaped(part)}</mark>` : escaped(part)).join("");

const cut = (text) => /[.!?\u2026]$/.test(text) ? text : `${text} \u2026`;

const hits = async (ready, asked, words, overtaken, least = 0) => {
  const before = tries;
  const { results } = await ready.search(words, { filters: { not: { kind: "glossary" } } });
  if (overtaken()) return null;
  if (tries !== before) throw new Error("a part of an index was lost");
  if (results.length < least) return { items: [] };
  const shown = await Promise.all(results.slice(0, MOST).map((hit) => hit.data()));
  const items = shown.map((hit, place) => item(hit.meta.at, titled(hit.meta.title, words),
    cut(excerpted(beyond(hit.excerpt, hit.meta.title))), MOST - place, results.length <= MOST));
  if (results.length > MOST) {
    items.push(onward(asked, `Ideas with \u201c${asked.trim()}\u201d`,
      `These were the ${MOST} best of ${results.length.toLocaleString("en")} hits. The table of ideas sifts by words, stage, theme and people.`));
  }
  return { items };
};

/* Pagefind weighs every text that has the words: a second, where nearly all of a large registry do.
   The longest words are the rarest, by and large, and what has all words has these. So where few
   texts have them, all words are quick to find, and where many do, those are told meanwhile. */
const MANY = 1000;
const longest = (words) => {
  const all = words.split(/\s+/);
  const two = all.filter((word) => word.length > 2).sort((a, b) => b.length - a.length).slice(0, 2);
  return all.length > two.length ? all.filter((word) => two.includes(word)).join(" ") : "";
};

/* Null for a question that a newer one has overtaken: whoever types asks with every letter. */
const answer = async (asked, overtaken, tell) => {
  const words = folded(asked).replace(/[+*^~:"-]+/g, " ").trim();
  if (!words) return { items: [] };
  const found = load();
  found.catch(() => {}); // Whoever waits for it hears of it; an overtaken question does not wait.
  await new Promise((done) => { setTimeout(done, PAUSE); });
  const ready = await found;
  if (overtaken()) return null;
  const some = longest(words);
  if (some) {
    const first = await hits(ready, some, some, overtaken, MANY);
    if (!first) return null;
    if (first.items.length) tell(first);
    // A message that is there already, a next letter, goes before what takes long.
    await new Promise((done) => { setTimeout(done, 0); });
    if (overtaken()) return null;
  }
  return hits(ready, asked, words, overtaken);
};

const answered = async (asked, overtaken, tell) => {
  try {
    return await answer(asked, overtaken, tell);
  } catch {
    return { items: [onward(asked, "Search could not be loaded",
      "Type on to try again. The table of ideas can be sifted by these words meanwhile.")] };
  }
};

self.addEventListener("message", async ({ data }) => {
  if (data.type === 0) self.postMessage({ type: 1 });
  if (data.type !== 2) return;
  newest += 1;
  const mine = newest;
  const tell = (found) => { if (mine === newest) self.postMessage({ type: 3, data: found }); };
  // Enter follows the first item, so what an older question found must not stay there for long.
  const late = data.data.trim() ? setTimeout(() => tell({ items: [onward(data.data, "Searching \u2026",
    "The table of ideas can be sifted by these words meanwhile.")] }), LATE) : 0;
  const early = (some) => { clearTimeout(late); tell(some); };
  const found = await answered(data.data, () => mine !== newest, early);
  clearTimeout(late);
  if (found) tell(found);
});
