/* Pieces of the page. Every text is put in as text, never as HTML. */
export const at = (id) => document.getElementById(id);

export const make = (tag, kind = "", ...inside) => {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...inside);
  return made;
};

export const link = (text, address, kind) => {
  const made = make("a", kind, text);
  made.href = address;
  return made;
};

/* A text of ours, in which words between backticks are code. What is the same stays as it is, so
   that nothing is read aloud twice. */
export const told = (place, text) => {
  if (place.dataset.told === text) return;
  place.dataset.told = text;
  place.replaceChildren(...text.split("`").map((part, n) => n % 2 ? make("code", "", part) : part));
};

export const shown = (text) => text.replaceAll("`", "'");

export const listed = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
