/* What was written stays in this browser, in one draft for all tabs. Keys that are no fields begin
   with #: whether it was sent, and which link it came by. */
import { field, form, settings } from "./answers.js";
import { at } from "./elements.js";

const named = () => [...form.elements].filter((element) => element.name);
const usual = (element) => element.options ? element.options[0].value : "";

export const written = () => Object.fromEntries(
  named().filter((element) => element.value !== usual(element)).map((element) => [element.name, element.value]));
export const empty = (held) => Object.keys(held).every((name) => name[0] === "#");

const choose = (element, value) => {
  element.value = typeof value === "string" ? value : usual(element);
  if (element.selectedIndex === -1) element.value = usual(element); // A choice that is no more.
};

/* Whatever is filled in can be seen. */
const unfold = () => {
  for (const element of named()) {
    if (element.value !== usual(element) && element.closest("details")) element.closest("details").open = true;
  }
};
export const put = (held) => {
  for (const element of named()) choose(element, held[element.name]);
  unfold();
};

/* A link may say which theme or challenge an idea is for. */
export const fromLink = () => {
  const given = [...new URLSearchParams(location.search)].filter(([name, value]) =>
    ["theme", "challenge"].includes(name) && [...field(name)?.options || []].some((option) => option.value === value));
  for (const [name, value] of given) field(name).value = value;
  unfold();
  return given.map(([name]) => name);
};

let works = true;
export const keeps = () => works;
const attempt = (act) => {
  try {
    act();
    works = true;
  } catch { works = false; } // A browser may keep nothing, or have no room.
  at("propose-stays").textContent = works ? "What you write stays in this browser until you send it yourself."
    : "This browser keeps nothing: what you write here is gone when you leave the page.";
};

export const keep = (held, sent = false) => attempt(() => {
  if (empty(held)) localStorage.removeItem(settings.key);
  else localStorage.setItem(settings.key, JSON.stringify({ ...held, "#from": location.search, ...sent && { "#sent": "yes" } }));
});
export const read = (text) => {
  try {
    const held = JSON.parse(text || "{}");
    return held && typeof held === "object" ? held : {};
  } catch { return {}; }
};
export const kept = () => {
  let text = "";
  attempt(() => {
    text = localStorage.getItem(settings.key);
    localStorage.setItem(`${settings.key}:room`, "1");
    localStorage.removeItem(`${settings.key}:room`);
  });
  return read(text);
};
