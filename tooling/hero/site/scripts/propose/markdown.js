/* The commonest Markdown as nodes, for a preview: paragraphs, headings, lists, quotes, code, tables
   and what stands within them. The site itself has GitHub's own renderer. Long and deep texts are
   cut, so that nobody's browser stands still. */
import { make } from "./elements.js";
import { spans } from "./spans.js";

const LONGEST_TEXT = 20_000, DEEPEST = 6, COLUMNS = 30, CELLS = 3_000;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?: |$)/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( {1,4}(?=\S)| (?= {4})| *$)/;
const UNDERLINE = /^ {0,3}(=+|-+) *$/;
const HTML = /^ {0,3}<(?:!--|\/?(?:article|aside|blockquote|body|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|nav|ol|p|section|style|script|pre|textarea|summary|table|tbody|td|th|thead|tr|ul)(?:[\s>/]|$))/i;
const blank = (line) => line === undefined || line.trim() === "";
const indent = (line) => line.length - line.trimStart().length;
const starts = (line) => FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || HTML.test(line)
  || /^ {0,3}(?:[-+*]|1[.)]) +\S/.test(line);

class Blocks {
  constructor(lines, how, depth) {
    Object.assign(this, { lines, how, depth, place: 0, made: [] });
  }

  get line() { return this.lines[this.place]; }

  spans(text) { return spans(text, this.how.seen); }

  inside(lines) {
    if (this.depth < DEEPEST) return new Blocks(lines, this.how, this.depth + 1).all();
    return [make("p", "", lines.join("\n"))];
  }

  all() {
    while (this.place < this.lines.length) {
      if (blank(this.line)) this.place += 1;
      else this.made.push(...[this.block()].flat());
    }
    return this.made;
  }

  block() {
    const { line } = this;
    if (FENCE.test(line)) return this.fenced(FENCE.exec(line)[1]);
    if (indent(line) > 3) return this.indented();
    if (HEADING.test(line)) return this.heading(HEADING.exec(line));
    if (RULE.test(line)) return this.skip(make("hr"));
    if (QUOTE.test(line)) return this.quote();
    if (ITEM.test(line)) return this.list(ITEM.exec(line)[2]);
    if (HTML.test(line)) return this.html();
    return this.table() || this.paragraph();
  }

  skip(made) {
    this.place += 1;
    return made;
  }

  take(holds) {
    const from = this.place;
    while (this.place < this.lines.length && holds(this.line)) this.place += 1;
    return this.lines.slice(from, this.place);
  }

  code(lines) {
    const made = make("pre", "", make("code", "", lines.map((line) => `${line}\n`).join("")));
    made.tabIndex = 0;
    return made;
  }

  fenced(mark) {
    const away = indent(this.line);
    this.place += 1;
    const ends = (line) => indent(line) < 4 && line.trim().length >= mark.length && line.trim() === mark[0].repeat(line.trim().length);
    const lines = this.take((line) => !ends(line));
    this.place += 1;
    return this.code(lines.map((line) => line.slice(Math.min(away, indent(line)))));
  }

  indented() {
    const lines = this.take((line) => blank(line) || indent(line) > 3);
    while (blank(lines.at(-1))) lines.pop();
    return this.code(lines.map((line) => line.slice(4)));
  }

  titled(level, text) { return make(`h${Math.min(6, level + this.how.top - 1)}`, "", ...this.spans(text)); }

  heading([opening, marks]) {
    const text = this.line.slice(opening.length).trim();
    const bare = /^#+$/.test(text) ? "" : text.replace(/ #{1,99}$/, "").trimEnd();
    return this.skip(this.titled(marks.length, bare));
  }

  html() {
    this.take((line) => !blank(line));
    return [];
  }

  quote() {
    let open = true;
    const lines = this.take((line) => {
      const marked = QUOTE.test(line), lazy = open && !blank(line) && !starts(line);
      open = marked ? !blank(line.replace(QUOTE, "")) : lazy;
      return marked || lazy;
    });
    return make("blockquote", "", "\n", ...this.inside(lines.map((line) => line.replace(QUOTE, ""))));
  }

  list(mark) {
    const kind = mark.at(-1), ordered = /\d/.test(mark), items = [];
    let loose = false;
    for (let found; (found = !blank(this.line) && !RULE.test(this.line) && ITEM.exec(this.line)) && found[2].at(-1) === kind;) {
      const [lines, after] = this.item(found);
      const parts = lines.some((line, n) => n && !blank(line) && indent(line) < 2 && blank(lines[n - 1]));
      const next = !blank(this.line) && ITEM.exec(this.line)?.[2].at(-1) === kind;
      loose ||= parts || (after && next);
      items.push(lines);
    }
    const list = make(ordered ? "ol" : "ul", "", ...items.map((lines) => make("li", "", ...this.of(lines, loose))));
    if (ordered && Number.parseInt(mark, 10) !== 1) list.start = Number.parseInt(mark, 10);
    return list;
  }

  /* The lines of an item, and whether a blank one follows. */
  item([opening]) {
    const away = opening.trimEnd().length === opening.length ? opening.length + 1 : opening.length;
    const first = this.line.slice(opening.length);
    this.place += 1;
    let open = true;
    const lines = this.take((line) => {
      const deep = blank(line) || indent(line) >= away, lazy = open && !starts(line) && !ITEM.test(line);
      open = !blank(line) && (deep || lazy);
      return deep || lazy;
    });
    const whole = [first, ...lines.map((line) => line.slice(Math.min(away, indent(line))))];
    const after = blank(whole.at(-1)) && whole.length > 1;
    while (whole.length > 1 && blank(whole.at(-1))) whole.pop();
    return [whole, after];
  }

  of(lines, loose) {
    const box = /^\[([ xX])\] /.exec(lines[0]);
    if (box) lines[0] = `${box[1] === " " ? "☐" : "☑"} ${lines[0].slice(4)}`;
    const nodes = this.inside(lines);
    return loose ? nodes : nodes.flatMap((node) => node.tagName === "P" ? [...node.childNodes] : [node]);
  }

  cells(line) {
    const bare = line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
    return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
  }

  table() {
    const marks = this.lines[this.place + 1] || "";
    if (!this.line.includes("|") || !/[|:-]/.test(marks)) return null;
    const head = this.cells(this.line), ways = this.cells(marks);
    if (head.length !== ways.length || head.length > COLUMNS || !ways.every((way) => /^:?-+:?$/.test(way))) return null;
    this.place += 2;
    const side = (n) => ways[n].endsWith(":") ? ways[n].startsWith(":") ? "hero-center" : "hero-right" : ways[n].startsWith(":") ? "hero-left" : "";
    const row = (line, tag) => {
      const cells = this.cells(line);
      return make("tr", "", ...head.map((_, n) => make(tag, side(n), ...this.spans(cells[n] || ""))));
    };
    const first = make("thead", "", row(this.lines[this.place - 2], "th"));
    const rows = this.take((line) => !blank(line) && !starts(line)).slice(0, CELLS / head.length).map((line) => row(line, "td"));
    const table = make("table", "hero-table", first, ...rows.length ? [make("tbody", "", ...rows)] : []);
    const frame = make("div", "hero-wide", table);
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", "Table");
    return frame;
  }

  paragraph() {
    const from = this.place;
    this.place += 1;
    const rest = this.take((line) => !blank(line) && !UNDERLINE.test(line) && !starts(line));
    const text = [this.lines[from], ...rest].map((line) => line.trimStart()).join("\n").trimEnd();
    const under = UNDERLINE.exec(this.line || "");
    if (under) return this.skip(this.titled(under[1][0] === "=" ? 1 : 2, text));
    return make("p", "", ...this.spans(text));
  }
}

/* `top` is what the highest heading becomes. */
export const markdown = (text, top, seen = []) =>
  new Blocks(text.slice(0, LONGEST_TEXT).replaceAll("\t", "    ").split("\n"), { top, seen }, 0).all();

/* Where the links of a text lead. */
export const linksIn = (text) => {
  const seen = [];
  if (text.includes("](")) markdown(text, 1, seen);
  return seen;
};
