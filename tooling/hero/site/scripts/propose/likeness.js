/* How alike ideas are: words and score as in `hero similar`, see hero.registry.similarity and
   hero.site.propose_similar. What is typed is cut to as many words as the file keeps of an idea. */
import { said } from "./answers.js";

const WEIGHTS = { title: 2, problem: 1, proposal: 1 };
const K1 = 1.2, K3 = 8, B = 0.75, FULL = 18, LEAST = 0.12, TOP = 3;
const LONGEST_WORD = 40, MOST_WORDS = 2000;

const wordsOf = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC")
  .toLowerCase().match(/[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu) || [];
const termOf = (word, stop) => {
  if (stop.has(word) || [...word].length > LONGEST_WORD || /^\p{Nd}+$/u.test(word)) return "";
  if (word.length > 4 && word.endsWith("ies")) word = `${word.slice(0, -3)}y`;
  else if (word.length > 3 && word.endsWith("s") && !/(?:ss|us)$/.test(word)) word = word.slice(0, -1);
  for (const ending of ["ing", "ed", "er", "ly"]) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) {
      word = word.slice(0, -ending.length);
      if (ending !== "ly" && word.at(-1) === word.at(-2) && !"ls".includes(word.at(-1))) word = word.slice(0, -1);
      break;
    }
  }
  if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
  if (word.endsWith("y") && word.length > 3) word = `${word.slice(0, -1)}i`;
  return word;
};
const termsOf = (text, stop) => wordsOf(text).map((word) => termOf(word, stop)).filter(Boolean).slice(0, MOST_WORDS);
const counted = (terms, weight, held = new Map()) => {
  for (const each of terms) held.set(each, (held.get(each) || 0) + weight);
  return held;
};
const damped = (n) => n >= 1 ? 1 + Math.log(n) : n;

/* The file as it is asked: word to how many ideas have it, and the weights in those that keep it.
   What an idea's title says is not written twice. */
export const indexOf = (raw) => {
  const stop = new Set(raw.stop), words = new Map();
  for (const [word, [having, ...row]] of Object.entries(raw.words)) {
    const held = new Map();
    for (let place = 0, number = 0; place < row.length; place += 2) held.set(number += row[place], row[place + 1] / 2);
    words.set(word, { having, held });
  }
  raw.ideas.forEach(([, title], number) => {
    for (const [word, weight] of counted(termsOf(title, stop), WEIGHTS.title)) {
      const held = words.get(word)?.held;
      if (held && !held.has(number)) held.set(number, weight);
    }
  });
  const mean = raw.ideas.reduce((sum, idea) => sum + idea[4], 0) / raw.ideas.length || 1;
  return { ideas: raw.ideas, most: raw.most, stop, words, mean };
};

/* The words of what is typed, each with its weight: those that say most, and the title's. */
const asked = ({ ideas, most, stop, words }) => {
  const wanted = new Map();
  for (const [name, weight] of Object.entries(WEIGHTS)) counted(termsOf(said(name), stop), weight, wanted);
  if (wanted.size <= most) return wanted;
  const worth = ([word, n]) => words.has(word) ? damped(n) * Math.log((1 + ideas.length) / (1 + words.get(word).having)) : -1;
  const kept = [...wanted].map((each) => [worth(each), each]).sort((a, b) => b[0] - a[0]).slice(0, most);
  return new Map([...counted(termsOf(said("title"), stop), WEIGHTS.title), ...kept.map(([, each]) => each)]);
};

/* The numbers of the ideas most like what is typed, best first. */
export const similar = (index) => {
  const { ideas, words, mean } = index, count = ideas.length, wanted = asked(index);
  if (!wanted.size || !count) return [];
  const length = [...wanted.values()].reduce((sum, n) => sum + n, 0);
  const slow = (weighted) => K1 * (1 - B + (B * weighted) / mean);
  const shared = new Map();
  let own = 0, square = 0, bare = 0;
  for (const [word, n] of wanted) {
    const { having = 0, held = [] } = words.get(word) || {};
    const worth = (Math.log(1 + (count - having + 0.5) / (having + 0.5)) * n * (K3 + 1)) / (n + K3);
    const rare = Math.log((1 + count) / (1 + having)) + 1;
    own += (worth * n * (K1 + 1)) / (n + slow(length));
    square += (damped(n) * rare) ** 2;
    bare += damped(n) ** 2;
    for (const [number, times] of held) {
      const note = shared.get(number) || { words: 0, evidence: 0, product: 0 };
      note.words += 1;
      note.evidence += (worth * times * (K1 + 1)) / (times + slow(ideas[number][4]));
      note.product += damped(n) * rare * rare * damped(times);
      shared.set(number, note);
    }
  }
  const root = square / Math.sqrt(bare);
  return [...shared].filter(([, note]) => note.words >= Math.min(2, wanted.size))
    .map(([number, note]) => [Math.min(1, Math.sqrt((note.evidence / Math.sqrt(own) / FULL)
      * (note.product / (root * Math.sqrt(ideas[number][3] || 1))))), number])
    .filter(([score]) => score >= LEAST).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, TOP).map(([, number]) => number);
};
