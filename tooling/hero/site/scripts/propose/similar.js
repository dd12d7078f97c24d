/* Ideas like what is typed, in a place that keeps its size: nothing moves while one writes. */
import { form, said } from "./answers.js";
import { at, link, make, told } from "./elements.js";
import { indexOf, similar } from "./likeness.js";

const VERSION = 2, TRIES = 2;
let index = null, names = new Set(), tries = 0, asking = false, nearest = [];

export const taken = (name) => names.has(name);
export const alike = () => nearest.length;

const counts = () => {
  if (!index || !said("title")) return "They show here as you write.";
  if (!nearest.length) return "None says the same, so far.";
  return nearest.length === 1 ? "One may say the same. If it does, join it:" : `${nearest.length} may say the same. If one does, join it:`;
};

/* Without the file, a list of all ideas has to do. */
const lost = () => {
  const place = at("propose-like-said");
  told(place, "The ideas could not be read, so this page cannot tell which are like yours. Look for them in the ");
  place.append(link("list of all ideas", `${form.dataset.heroIdeas}index.html`), ".");
};

export const showSimilar = (keeps) => {
  const before = nearest.join();
  nearest = index ? similar(index) : [];
  if (index || tries < TRIES) told(at("propose-like-said"), counts());
  if (nearest.join() === before) return;
  at("propose-similar").replaceChildren(...nearest.map((number) => {
    const [name, title, stage] = index.ideas[number];
    const address = `${form.dataset.heroIdeas}${name === "index" ? "index--" : name}.html`;
    const made = link(title, address);
    if (!keeps()) made.target = "_blank"; // Nothing would bring back what was written.
    return make("li", "", made, make("span", "hero-meta", stage));
  }));
};

/* Asks for the file; where it does not come, once more while somebody writes on. */
export const ask = async (come) => {
  if (index || asking || tries >= TRIES) return;
  asking = true;
  tries += 1;
  try {
    const answer = await fetch(form.dataset.heroSimilar);
    const raw = answer.ok ? await answer.json() : {};
    if (raw.version === VERSION) {
      index = indexOf(raw);
      names = new Set(raw.ideas.map(([name]) => name));
      come();
    }
  } catch { /* Told below. */ }
  asking = false;
  if (!index && tries >= TRIES) lost();
};
