/* The idea browser's words: how they are compared, and how hits in them are marked.
   Every text is put into the page as text, never as HTML. */
const OTHERS = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

/* As every keyboard writes it: without accents, in small letters. */
export const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[ßłøæœđðþħı]/g, (sign) => OTHERS[sign]);

export const make = (tag, kind, text) => {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
};

/* The text with every word that was asked for marked. Folding can change a text's length, so
   each letter is folded alone and remembers where it stood. */
export const marked = (text, words) => {
  const made = document.createDocumentFragment();
  const letters = [...text];
  const folded = letters.map((letter) => fold(letter));
  const starts = [];
  let length = 0;
  for (const each of folded) { starts.push(length); length += each.length; }
  const whole = folded.join("");
  const hit = new Array(letters.length).fill(false);
  for (const word of words) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      starts.forEach((start, n) => {
        if (start < at + word.length && start + folded[n].length > at) hit[n] = true;
      });
    }
  }
  for (let from = 0; from < letters.length;) {
    let to = from;
    while (to < letters.length && hit[to] === hit[from]) to += 1;
    const part = letters.slice(from, to).join("");
    made.append(hit[from] ? make("mark", "", part) : part);
    from = to;
  }
  return made;
};
