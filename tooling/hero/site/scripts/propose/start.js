/* The propose page: writes a new idea's file as one types, holds it against the limits of the JSON
   Schema, shows ideas that say the same, and ends in a link to the forge. Nothing is sent from here. */
import { chosen, field, form, said, settings } from "./answers.js";
import { empty, fromLink, keep, keeps, kept, put, read, written } from "./draft.js";
import { at } from "./elements.js";
import { faults, showFaults, touched } from "./faults.js";
import { yaml } from "./file.js";
import { slugOf } from "./naming.js";
import { settled } from "./pressing.js";
import { showPage } from "./preview.js";
import { ask, showSimilar } from "./similar.js";
import { copied, showEnd } from "./ways.js";

const SENT = "Sent it? Clear the draft", CLEAR = "Clear the draft", BY_HAND = "It is marked below: copy it with your keyboard";
let waiting = 0, before = null, other = false;

const tell = (text, place = "propose-said") => { at(place).textContent = text; };
const update = () => {
  const found = faults();
  at("propose-file").textContent = yaml();
  field("slug").placeholder = slugOf(said("title")) || "lower-case-words";
  showSimilar(keeps);
  showFaults(found);
  showEnd(found);
  showPage();
};
const soon = () => settled(update);

/* What is taken away can be brought back, by changing places with what is there. */
const offer = (held) => {
  before = held && !empty(held) ? held : null;
  at("propose-undo").hidden = !before;
};
const replace = (held, words) => {
  clearTimeout(waiting);
  waiting = 0;
  offer(written());
  put(held);
  if (empty(held)) touched.clear();
  update();
  tell(words, "propose-kept");
};
const sent = (is) => { at("propose-clear").textContent = is ? SENT : CLEAR; };

const save = () => {
  clearTimeout(waiting);
  if (waiting) keep(written());
  waiting = 0;
};

form.addEventListener("input", ({ target }) => {
  clearTimeout(waiting);
  tell("");
  tell("", "propose-kept");
  sent(false);
  other = false;
  if (target.name !== "slug" || target.value) touched.add(target.name);
  waiting = setTimeout(() => { save(); soon(); }, 120);
  ask(soon);
});
form.addEventListener("focusin", ({ target }) => { if (target.name) ask(soon); });
form.addEventListener("focusout", ({ target }) => {
  if (!target.name) return;
  touched.add(target.name);
  soon();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("toggle", showPage, true);
addEventListener("pagehide", save);

at("propose-copy").addEventListener("click", async () => tell(await copied() ? "Copied." : `${BY_HAND}.`));
at("propose-ways").addEventListener("click", async (event) => {
  const way = event.target.closest("a");
  if (!way) return;
  keep(written(), true);
  sent(true);
  if (!("copies" in way.dataset)) return;
  event.preventDefault();
  if (await copied()) {
    tell("Copied. Paste it into the page that has opened.");
    window.open(way.href, "_blank", "noopener");
  } else {
    tell(`${BY_HAND}, and press the button again.`);
    delete way.dataset.copies;
  }
});

at("propose-clear").addEventListener("click", () => {
  replace({}, "The draft is gone. Undo brings it back.");
  keep({});
  sent(false);
});
at("propose-undo").addEventListener("click", () => {
  const held = before;
  replace(held, "Your draft is here again.");
  keep(held);
  if (at("propose-undo").hidden) at("propose-clear").focus();
});
/* Another tab has changed the draft: this one follows, and keeps what it had until it is asked. */
addEventListener("storage", ({ key, newValue }) => {
  if (key !== settings.key || waiting) return;
  const mine = other ? before : written();
  replace(read(newValue), "Another tab has changed the draft, and it is shown as it is there. Undo brings back yours.");
  offer(mine);
  other = true;
});

const held = kept();
const old = !empty(held);
if (old) {
  put(held);
  tell("Your draft of last time is here again.", "propose-kept");
  sent("#sent" in held);
  ask(soon);
}
if (held["#from"] !== location.search) fromLink();
if (chosen("challenge")) {
  at("propose-for").textContent = `An answer to the challenge “${chosen("challenge")}”.`;
}
update();
at("propose-without").hidden = true;
form.hidden = false;
