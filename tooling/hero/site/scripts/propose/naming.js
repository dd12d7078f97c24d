/* The name of the file: the one that Hero makes of the title, unless somebody writes another.
   How a letter is written in ASCII is looked up in what Hero itself says, see propose_letters.py. */
import { field, said, settings } from "./answers.js";

const LETTERS = new Map(settings.letters.flatMap(([first, row]) =>
  row.split(",").map((ascii, n) => [String.fromCodePoint(first + n), ascii])));
export const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/* The letters of a text that no name can be made of; signs and emoji are just left out. */
const unnamed = (char) => char > "\u007f" && !LETTERS.has(char) && /[\p{L}\p{N}]/u.test(char);
export const strangers = (text) => [...new Set([...text].filter(unnamed))].slice(0, 3);

export const slugOf = (title) => {
  if (strangers(title).length) return "";
  const bare = [...title].map((char) => LETTERS.get(char) ?? (char > "\u007f" ? " " : char.toLowerCase())).join("");
  const words = bare.match(/[a-z0-9]+/g) || [];
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > settings.slug.maxLength) break;
    slug = longer;
  }
  slug ||= (words[0] || "").slice(0, settings.slug.maxLength);
  return DEVICE.test(slug) ? `${slug}-idea` : slug;
};

export const slug = () => field("slug").value.trim() || slugOf(said("title"));
