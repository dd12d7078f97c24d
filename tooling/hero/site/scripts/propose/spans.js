/* What stands within a paragraph of Markdown, as nodes: one pass from left to right, in a time that
   grows with the text and no faster. Only nodes of ours are made, and all of a stranger's is text.
   `seen` notes where links lead, also those that become none. */
import { make } from "./elements.js";

const NESTED = 8;
const TOKEN = /\\[!-/:-@[-`{-~\n]|`+|!?\[|\]|\*+|_+|~~|<|\bhttps?:\/\/|\bwww\.|\n *|&#?\w{1,12};/gi;
const TARGET = /\(\s{0,9}(?:<([^<>\n]{0,2000})>|([^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,2000})?))(?:\s{1,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,9}\)/y;
const BRACKETED = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const TAG = /<(?:\/?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,2000})?\/?|!--[^]{0,2000}?--)>/iy;
const BARE = /[^\s<\]]{1,2000}/y;
const WEB = /^https?:\/\/[^\s/]/i, MAIL = /^mailto:[^\s@]+@/i;
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

const match = (shape, text, place) => {
  shape.lastIndex = place;
  return shape.exec(text);
};
const sign = (written) => {
  const name = written.slice(1, -1), code = name[0] === "#" ? Number(name[1] === "x" ? `0${name.slice(1)}` : name.slice(1)) : NaN;
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : SIGNS[name] || written;
};
const plain = (written) => written.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/&#?\w{1,12};/g, sign);

const wordsIn = ({ node }) => typeof node === "string" ? node : node.textContent;

class Spans {
  out = [];        // what was made so far: { node, depth, link: how it became one }
  openers = [];    // marks in it that may begin something: { mark, size, place }
  brackets = [];   // likewise [ and ![
  open = { "*": 0, _: 0, "~": 0 };

  constructor(text, seen) {
    this.text = text;
    this.seen = seen;
    this.runs = new Map();
    for (const { 0: { length }, index } of text.matchAll(/`+/g)) {
      if (!this.runs.has(length)) this.runs.set(length, []);
      this.runs.get(length).push(index);
    }
  }

  put(node, depth = 0, link = "") { if (node !== "") this.out.push({ node, depth, link }); }

  /* An element around nodes; what would stand too deep in others is text alone. */
  wrap(element, inside, link) {
    const depth = 1 + inside.reduce((most, each) => Math.max(most, each.depth), 0);
    if (depth <= NESTED) element.append(...inside.map((each) => each.node));
    else element.append(inside.map(wordsIn).join(""));
    this.put(element, depth <= NESTED ? depth : 1, link);
  }

  /* A run of marks ends what the last such run began, and begins with what is left of it. */
  marks(run, before, after) {
    const mark = run[0], word = /[\p{L}\p{N}]/u, sides = [before, after].map((char) => char !== "" && !/\s/.test(char));
    const closes = sides[0] && !(mark === "_" && word.test(after)), opens = sides[1] && !(mark === "_" && word.test(before));
    let size = run.length;
    while (closes && size && this.open[mark]) {
      while (this.openers.at(-1).mark !== mark) this.forget();
      const opener = this.openers.at(-1), both = Math.min(opener.size, size, 2);
      if (mark === "~" && both < 2) break;
      const inside = this.out.splice(opener.place + 1);
      while (this.brackets.at(-1)?.place > opener.place) this.brackets.pop();
      opener.size -= both;
      size -= both;
      this.out[opener.place].node = mark.repeat(opener.size);
      if (!opener.size) this.forget();
      this.wrap(make(mark === "~" ? "del" : both === 2 ? "strong" : "em"), inside, inside.find((each) => each.link)?.link);
    }
    if (!size) return;
    this.put(mark.repeat(size));
    if (!opens) return;
    this.openers.push({ mark, size, place: this.out.length - 1 });
    this.open[mark] += 1;
  }

  forget() { this.open[this.openers.pop().mark] -= 1; }

  bracket(place) {
    const began = this.brackets.pop(), found = began && match(TARGET, this.text, place + 1);
    if (!found) {
      this.put("]");
      return place + 1;
    }
    while (this.openers.at(-1)?.place > began.place) this.forget();
    const inside = this.out.splice(began.place).slice(1);
    const anchor = this.anchor(plain(found[1] ?? found[2]));
    if (began.image) inside.push({ node: inside.length ? " (image)" : "image (image)", depth: 0 });
    /* A link in a link stays, unless nobody made it one. */
    if (!anchor || inside.some((each) => each.link === "made")) this.out.push(...inside);
    else this.wrap(anchor, inside.map((each) => each.link ? { node: wordsIn(each), depth: 0 } : each), "made");
    return place + 1 + found[0].length;
  }

  /* A link to the web or to mail; nothing for other addresses. */
  anchor(address) {
    this.seen.push(address);
    if (!WEB.test(address) && !MAIL.test(address)) return null;
    const made = make("a");
    made.href = address;
    made.rel = "nofollow noopener noreferrer ugc";
    made.target = "_blank";
    return made;
  }

  linked(text, address, link) {
    const anchor = this.anchor(address);
    if (anchor) this.wrap(anchor, [{ node: text, depth: 0 }], link);
    else this.put(text);
  }

  code(run, place) {
    const same = this.runs.get(run.length), from = place + run.length;
    const end = this.after(same, from);
    if (end === undefined) {
      this.put(run);
      return from;
    }
    const inside = this.text.slice(from, end).replace(/\n/g, " ");
    this.put(make("code", "", /^ .* $/.test(inside) && inside.trim() ? inside.slice(1, -1) : inside));
    return end + run.length;
  }

  /* The first of some places, in order, that is not before this one. */
  after(places, place) {
    let low = 0, high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < place) low = middle + 1;
      else high = middle;
    }
    return places[low];
  }

  angle(place) {
    const found = match(BRACKETED, this.text, place);
    if (found) {
      this.linked(found[1], found[1], "made");
      return place + found[0].length;
    }
    const tag = match(TAG, this.text, place); // The site leaves out HTML.
    if (!tag) this.put("<");
    return place + (tag ? tag[0].length : 1);
  }

  bare(place) {
    let address = match(BARE, this.text, place)[0].replace(/[?!.,:*_~'"\]]{1,20}$/, "");
    if (address.endsWith(")") && !address.includes("(")) address = address.slice(0, -1);
    this.linked(address, /^www/i.test(address) ? `http://${address}` : address, "bare");
    return place + address.length;
  }
}

export const spans = (text, seen) => {
  const held = new Spans(text, seen);
  let last = 0, found;
  TOKEN.lastIndex = 0;
  while ((found = match(TOKEN, text, last))) {
    const [token] = found, place = found.index, end = place + token.length, before = text.slice(last, place);
    held.put(token[0] === "\n" ? before.trimEnd() : before);
    last = end;
    if (token === "\\\n" || (token[0] === "\n" && before.endsWith("  "))) held.put(make("br"));
    if (token[0] === "\n" || token === "\\\n") held.put("\n");
    else if (token[0] === "\\") held.put(token[1]);
    else if (token[0] === "`") last = held.code(token, place);
    else if (token === "]") last = held.bracket(place);
    else if (token[0] === "<") last = held.angle(place);
    else if (token[0] === "&") held.put(sign(token));
    else if ("*_~".includes(token[0])) held.marks(token, text[place - 1] || "", text[end] || "");
    else if (/^[hw]/i.test(token)) last = held.bare(place);
    else {
      held.brackets.push({ place: held.out.length, image: token[0] === "!" });
      held.put(token);
    }
  }
  held.put(text.slice(last));
  return held.out.map((each) => each.node);
};
