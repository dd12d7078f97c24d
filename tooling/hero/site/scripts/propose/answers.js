/* The form, and what was written into it. */
import { at } from "./elements.js";

export const form = at("hero-propose");
export const settings = JSON.parse(form.dataset.heroSettings);
export const field = (name) => form.elements.namedItem(name);
export const FIELDS = Object.keys(settings.fields).filter(field);
export const ALL = [...FIELDS, "proposers", "slug"];
export const PROSE = ["problem", "proposal", "benefit", "first_step"];

export const label = (name) => form.querySelector(`label[for="propose-${name}"]`).firstChild.textContent.trim();
export const question = (name) => at(`about-${name}`).textContent.trim();

/* Half of a character cannot be written to a file. */
const sound = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n");

/* Blank lines around a text say nothing. */
export const said = (name) => {
  if (!field(name)) return "";
  const text = sound(field(name).value);
  return PROSE.includes(name) ? text.replace(/^(?:\s*\n)+/, "").trimEnd() : text.trim();
};
export const logins = () => sound(field("proposers").value).split(/[\s,@]+/).filter(Boolean);

/* Of a choice, the words that people see; nothing where nothing is chosen. */
export const chosen = (name) => said(name) && field(name).selectedOptions[0].textContent;
