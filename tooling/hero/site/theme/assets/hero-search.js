/* What the theme's search box asks in a registry of many ideas, in place of the theme's own worker:
   it answers in the same form, out of Pagefind's index, of which it reads the few parts it needs.
   The box takes titles and excerpts as HTML, so both are escaped here, but for the marks of hits. */
"use strict";
const MOST = 15; // hits of one answer: more than anybody reads in a box
const PAUSE = 60; // milliseconds in which a next letter may come
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

/* Pagefind is read once the box is opened, not with every page. */
let engine = null;
const load = () => {
  engine ??= (async () => {
    const made = await import(new URL("search/texts/pagefind.js", root).href);
    await made.options({ noWorker: true, excerptLength: 24 });
    await made.init("en");
    return made;
  })();
  return engine;
};

/* Null for a question that a newer one has overtaken: whoever types asks with every letter. */
const answer = async (asked, overtaken) => {
  const words = asked.replace(/[+*^~:"-]+/g, " ").trim();
  const found = load();
  if (!words) return { items: [] };
  await new Promise((done) => { setTimeout(done, PAUSE); });
  if (overtaken()) return null;
  const { results } = await (await found).search(words);
  if (overtaken()) return null;
  const hits = await Promise.all(results.slice(0, MOST).map((hit) => hit.data()));
  return { items: hits.map((hit, place) => [{
    location: hit.meta.at,
    title: escaped(hit.meta.title),
    text: excerpted(beyond(hit.excerpt, hit.meta.title)),
    score: MOST - place,
    terms: {},
  }]) };
};

self.addEventListener("message", async ({ data }) => {
  if (data.type === 0) self.postMessage({ type: 1 });
  if (data.type !== 2) return;
  newest += 1;
  const mine = newest;
  const found = await answer(data.data, () => mine !== newest);
  if (found && mine === newest) self.postMessage({ type: 3, data: found });
});
