/* The idea browser: sifts the table of ideas by facets and words, here, without a server. */
import { addressOf } from "./address.js";
import { folded, opened, ordered, sifted } from "./ideas.js";
import { rows } from "./rows.js";
import { fold, make } from "./words.js";

(() => {
  const form = document.querySelector("[data-hero-find]");
  const results = document.getElementById("find-results");
  const table = document.getElementById("all-ideas");
  if (!form || !results || !table) return;

  const STEP = 50; // rows shown at once; more on demand
  const FACETS = [...form.querySelectorAll(".hero-find__facets select")].map((select) => select.name);
  const SORTED = ["unit", "advocate"]; // others have an order of their own
  const chips = [...document.querySelectorAll("[data-hero-stage]")];
  const more = form.querySelector("details");
  const clear = form.querySelector("[type=reset]");
  const unknown = document.getElementById("find-unknown");
  const address = addressOf(form);
  const field = (name) => form.elements.namedItem(name);
  const many = (count) => count.toLocaleString("en");
  let data = null;
  let row = null;
  let shown = STEP;

  const asked = () => {
    const state = { words: fold(field("words").value).split(/\s+/).filter(Boolean) };
    for (const name of FACETS) state[name] = Number(field(name).selectedOptions[0].dataset.place ?? -1);
    return state;
  };

  const told = (found) => {
    const all = data.ideas.length;
    const ideas = all === 1 ? "idea" : "ideas";
    if (found === all) return all === 1 ? "1 idea" : `All ${many(all)} ideas`;
    return `${many(found)} of ${many(all)} ${ideas}`;
  };

  const showCounts = ({ counts, any }) => {
    for (const name of FACETS) {
      for (const option of field(name).options) {
        if (option.value === "") continue;
        const place = Number(option.dataset.place);
        option.textContent = `${data.values[name][place][1]} (${many(counts[name][place])})`;
        option.disabled = !counts[name][place] && !option.selected;
      }
    }
    for (const chip of chips) {
      const stage = chip.dataset.heroStage;
      const place = data.values.stage.findIndex(([id]) => id === stage);
      chip.querySelector("strong").textContent = many(stage ? counts.stage[place] ?? 0 : any.stage);
      chip.href = address.told("stage", stage);
      if (field("stage").value === stage) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
  };

  const showRows = (found, words) => {
    const made = make("table", "hero-ideas");
    made.setAttribute("aria-label", "Ideas that fit");
    made.append(table.querySelector("thead").cloneNode(true));
    const body = make("tbody");
    body.append(...found.slice(0, shown).map((idea) => row(idea, words)));
    made.append(body);
    results.replaceChildren(found.length ? made
      : make("p", "", "No idea fits all of this. Take one choice back, or clear all."));
    if (found.length <= shown) return;
    const next = make("button", "md-button", `Show ${Math.min(STEP, found.length - shown)} more`);
    next.type = "button";
    next.addEventListener("click", () => {
      const from = shown;
      shown += STEP;
      draw();
      address.keep(shown);
      results.querySelectorAll("tbody tr")[from]?.querySelector("a")?.focus();
    });
    results.append(next);
  };

  const draw = () => {
    const state = asked();
    const sift = sifted(data, FACETS, state);
    const set = FACETS.filter((name) => state[name] >= 0).length;
    const some = set > 0 || field("words").value.trim() !== "" || field("sort").value !== "";
    showCounts(sift);
    showRows(ordered(sift.found, field("sort").value), state.words);
    table.hidden = some;
    results.hidden = !some;
    clear.hidden = !some;
    document.getElementById("find-set").textContent = set ? `: ${set} set` : "";
    document.getElementById("find-count").textContent = told(sift.found.length);
    return set;
  };

  const update = () => {
    shown = STEP;
    unknown.hidden = true;
    draw();
    address.keep(shown);
  };

  /* What the address asks, at first and after Back; how many rows there were is in the history. */
  const follow = () => {
    const lost = address.read();
    const all = lost.map(([label, value]) => `${label} \u201c${value}\u201d`).join(", ");
    unknown.textContent = all ? `Not known here, so left out: ${all}.` : "";
    unknown.hidden = !lost.length;
    const kept = Number(history.state?.rows);
    shown = kept > STEP ? kept : shown;
    const set = draw();
    // On a phone the stages are one row, which may begin before the one that is chosen.
    const chosen = chips.find((chip) => chip.hasAttribute("aria-current"))?.parentElement;
    if (chosen) chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.offsetLeft;
    return set;
  };

  const fill = () => {
    for (const name of FACETS) {
      const select = field(name);
      const entries = data.values[name].map(([id, said], place) => ({ id, said, place }));
      if (SORTED.includes(name)) entries.sort((a, b) => a.said.localeCompare(b.said));
      for (const { id, place } of entries) {
        const option = new Option("", id);
        option.dataset.place = place;
        select.add(option);
      }
      select.closest("p").hidden = !entries.length;
    }
    const set = follow();
    more.open = set > 0 || !matchMedia("(max-width: 44.9em)").matches;
    form.hidden = false;
  };

  const listen = () => {
    let waiting = 0;
    form.addEventListener("input", ({ target }) => {
      clearTimeout(waiting);
      if (target === field("words")) waiting = setTimeout(update, 60); else update();
    });
    form.addEventListener("reset", () => setTimeout(() => { update(); field("words").focus(); }));
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); update(); });
    window.addEventListener("popstate", follow);
    for (const chip of chips) {
      chip.addEventListener("click", (event) => {
        if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        field("stage").value = chip.dataset.heroStage;
        update();
      });
    }
  };

  /* The place kept for the form is given back, and nobody is left to think that all of these fit. */
  const failed = () => {
    form.classList.add("hero-find--failed");
    const all = address.asks() ? " The table below shows all of them, not those that this address asks for." : "";
    const said = make("p", "hero-find__failed", `The ideas could not be loaded, so nothing can be sifted.${all} `);
    const again = make("button", "md-button", "Retry");
    again.type = "button";
    again.addEventListener("click", async () => {
      again.disabled = true;
      await start();
      said.remove();
      (data ? field("words") : form.previousElementSibling.querySelector("button")).focus();
    });
    said.setAttribute("role", "alert");
    said.append(again);
    form.before(said);
  };

  const start = async () => {
    try {
      const answer = await fetch(form.dataset.heroFind);
      if (!answer.ok) throw new Error(answer.statusText);
      data = await opened(await answer.json(), FACETS);
    } catch {
      failed();
      return;
    }
    row = rows(data, form.dataset.heroRoot);
    form.classList.remove("hero-find--failed");
    fill();
    listen();
    folded(data);
  };
  start();
})();
