/* The idea's page as it would look, in the classes that the page itself has. */
import { chosen, label, logins, PROSE, said } from "./answers.js";
import { at, make } from "./elements.js";
import { markdown } from "./markdown.js";

export const showPage = () => {
  if (!at("propose-preview").closest("details").open) return;
  const challenge = chosen("challenge");
  const theme = said("theme") === "unsure" ? "Theme not set" : chosen("theme");
  at("preview-eyebrow").textContent = theme + (challenge && ` · answers ${challenge}`);
  at("preview-title").textContent = said("title") || "Without a title yet";
  at("preview-proposers").textContent = logins().join(", ") || "–";
  at("preview-texts").replaceChildren(...PROSE.filter(said).flatMap((name) =>
    [make("h4", "hero-preview__part", label(name)), ...markdown(said(name), 5)]));
};
