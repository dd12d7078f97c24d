/* What is wrong with the answers: the limits of the JSON Schema, and what else is cheap to see of
   what the check refuses. Faults speak the form's words, not the file's. */
import { ALL, field, FIELDS, label, logins, PROSE, question, said, settings } from "./answers.js";
import { at, shown, told } from "./elements.js";
import { linksIn } from "./markdown.js";
import { DEVICE, slug, strangers } from "./naming.js";
import { taken } from "./similar.js";

const TURNS = /[\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /(?![\n\t])\p{Cc}/u;
const SECRETS = settings.secrets.map(([kind, shape]) => [kind, new RegExp(shape)]);
const PLACE = new RegExp(`^(?:${settings.left.place})$`, "isu");
const EXAMPLES = new Set(settings.left.texts);
const worn = (text) => text.split(/\s+/).filter(Boolean).join(" ").toLowerCase();
const many = (count) => count.toLocaleString("en");

const ofLimits = (name, text, about) => {
  const length = [...text].length;
  if (length > about.maxLength) return `${name} has ${many(length)} characters; at most ${many(about.maxLength)} fit. Shorten it by ${many(length - about.maxLength)}.`;
  if (CONTROL.test(text)) return `${name} holds a control character. Type the words anew.`;
  if (TURNS.test(text)) return `${name} holds a character that turns the direction of text around. Type the words anew.`;
  if (about.enum && !about.enum.includes(text)) return `${name} is none of those that there are.`;
  if (about.pattern && !new RegExp(about.pattern, "u").test(text)) return `${name} has another form than it needs.`;
  return "";
};

/* What the check refuses in texts, with the very words and shapes that it looks for. */
const ofCheck = (name, text) => {
  if (text.length < settings.left.longest && (PLACE.test(text) || EXAMPLES.has(worn(text)))) return `${name} is still what a template says: put your own words in.`;
  const secret = SECRETS.find(([, shape]) => shape.test(text));
  if (secret) return `${name} holds what looks like a secret (${secret[0]}): make it worthless where it was issued, and take it out.`;
  return "";
};
const ofLinks = (name, text) => {
  const bad = linksIn(text).map((each) => each.replace(/[\0-\x20\x7f]/g, "").toLowerCase().match(/^([a-z][a-z0-9+.-]+):/)?.[1]).find((each) => settings.schemes.includes(each));
  return bad ? `${name} has a link that begins with \`${bad}:\`. Write the whole address, for example \`https://example.org/page\`.` : "";
};

const ofField = (name) => {
  const text = said(name), called = label(name);
  if (!text) return settings.required.includes(name) ? `${called} is missing. ${question(name)}` : "";
  const found = ofLimits(called, text, settings.fields[name]);
  if (found || field(name).options) return found;
  return ofCheck(called, text) || (PROSE.includes(name) ? ofLinks(called, text) : "");
};

const ofLogins = () => {
  if (!logins().length) return `${label("proposers")} is missing. Your login on the forge, for example: example-ada`;
  const odd = logins().find((each) => ofLimits("It", each, settings.login));
  if (odd) return `\`${shown(odd)}\` is no login: letters, digits and single hyphens, at most ${settings.login.maxLength} of them.`;
  const left = logins().find((each) => settings.left.logins.includes(each.toLowerCase()));
  return left ? `\`${left}\` stands where a login belongs.` : "";
};

const ofSlug = () => {
  const name = slug();
  const odd = strangers(said("title"));
  const own = "Write one of your own here, in lower-case letters with hyphens.";
  if (!name && odd.length) return `No name can be made of ${odd.join(" ")} in the title. ${own}`;
  if (!name) return said("title") ? `The title has no letters to make a name of. ${own}` : "";
  if (DEVICE.test(name) || !new RegExp(settings.slug.pattern).test(name) || name.length > settings.slug.maxLength) {
    return `\`${shown(name)}\` has another form: lower-case letters, digits and single hyphens, at most ${settings.slug.maxLength} of them.`;
  }
  return taken(name) ? `There is an idea by the name \`${name}\` already. Write another name here.` : "";
};

export const faults = () => new Map([
  ...FIELDS.map((name) => [name, ofField(name)]), ["proposers", ofLogins()], ["slug", ofSlug()],
].filter(([, text]) => text));

export const touched = new Set();
export const showFaults = (found) => {
  for (const name of ALL) {
    /* Nobody is told that a field is missing before they have been there; the name of the file is
       made of the title, so what is wrong with it is told as soon as there is one. */
    const due = touched.has(name) || field(name).value || (name === "slug" && said("title"));
    const text = due ? found.get(name) || "" : "";
    told(at(`fault-${name}`), text);
    field(name).setAttribute("aria-invalid", String(text !== ""));
  }
};
