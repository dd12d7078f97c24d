/* Where the idea goes: a new file on the forge, its issue form, or the clipboard. */
import { chosen, FIELDS, label, logins, PROSE, said, settings } from "./answers.js";
import { at, link, listed, told } from "./elements.js";
import { yaml } from "./file.js";
import { slug } from "./naming.js";
import { alike } from "./similar.js";

const address = (base, values) => `${base}${base.includes("?") ? "&" : "?"}${Object.entries(values)
  .filter(([, text]) => text).map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&")}`;
const year = () => settings.example ? settings.year : new Date().getFullYear();
const path = () => `ideas/${year()}/${slug()}.yml`;

const newFile = () => {
  const base = `${settings.folder}/${year()}`, name = { filename: `${slug()}.yml` };
  const whole = address(base, { ...name, value: yaml() });
  if (whole.length <= settings.longest) return { way: link("Open it on the forge as a new file", whole, "md-button md-button--primary"), more: "" };
  const way = link("Copy it, and open an empty file on the forge", address(base, name), "md-button md-button--primary");
  way.dataset.copies = "";
  return { way, more: "It is too long for a link, so the button copies it: paste it into the page that opens." };
};

/* What does not fit is left out from the end, so what is short comes first. */
const issue = () => {
  const texts = PROSE.map((name) => [name, said(name)]).sort(([, one], [, two]) => one.length - two.length);
  const given = [["title", said("title")], ["theme", chosen("theme")], ["challenge", chosen("challenge")],
    ["proposers", logins().slice(1).join(" ")], ...texts].filter(([, text]) => text);
  const left = new Set();
  let whole = address(settings.form, Object.fromEntries(given));
  while (whole.length > settings.longest && given.length) {
    left.add(given.pop()[0]);
    whole = address(settings.form, Object.fromEntries(given));
  }
  const way = link("Send it as an issue instead", whole, "md-button");
  if (!left.size) return { way, more: "" };
  way.target = "_blank"; // The texts stay here, to be copied.
  const words = listed([...FIELDS, "proposers"].filter((name) => left.has(name)).map(label));
  return { way, more: `The issue form opens without ${words}, for which its link has no room: copy ${left.size === 1 ? "it" : "them"} from here.` };
};

const missing = (found) => `${found.size === 1 ? "One thing is" : `${found.size} things are`} still to be done: ${[...found.keys()].map(label).join(", ")}.`;

export const showEnd = (found) => {
  const ways = [];
  if (!found.size && settings.folder) ways.push(newFile());
  if (!found.size && settings.form) ways.push(issue());
  const more = [
    `The check has the last word: ${settings.example ? "`hero check` reads" : "it reads"} the file once more, with all of its rules.`,
    alike() && "Look first at the ideas like this, below the title.",
    settings.example && `This is an example, so there is no forge to send it to: copy it, and see how \`${path()}\` would look.`,
    !settings.example && !ways.length && `Copy it into \`${path()}\`.`,
    ...ways.map((each) => each.more),
  ].filter(Boolean);
  told(at("propose-ready"), found.size ? missing(found) : "Nothing is missing here.");
  told(at("propose-more"), found.size ? "" : more.join(" "));
  const before = [...at("propose-ways").children].map((each) => each.href + each.text).join();
  if (before !== ways.map(({ way }) => way.href + way.text).join()) at("propose-ways").replaceChildren(...ways.map(({ way }) => way));
};

/* Whether the file is on the clipboard; where it cannot be, it is marked to be copied by hand. */
export const copied = async () => {
  try {
    await navigator.clipboard.writeText(yaml());
    return true;
  } catch {
    at("propose-file").closest("details").open = true;
    getSelection().selectAllChildren(at("propose-file"));
    return false;
  }
};
