/* The idea browser: filters the table of ideas by facets and words, here, without a server.
   Every text is put into the page as text, never as HTML. The state is in the address. */
(() => {
  "use strict";
  const form = document.querySelector("[data-hero-find]");
  const results = document.getElementById("find-results");
  const table = document.getElementById("all-ideas");
  if (!form || !results || !table || !window.URLSearchParams) return;

  const STEP = 50; // rows shown at once; more on demand
  const FACETS = [...form.querySelectorAll(".hero-find__facets select")]
    .map((select) => select.name).filter((name) => name !== "age" && name !== "sort");
  const ROLES = { advocate: "An advocate", proposer: "Its proposer", builder: "A builder",
    sponsor: "A sponsor", registry: "The registry" };
  const field = (name) => form.elements.namedItem(name);
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let data = null;
  let shown = STEP;

  const make = (tag, kind, text) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /* One object an idea; a facet's value is always a list of numbers. */
  const read = (raw) => {
    const place = Object.fromEntries(raw.columns.map((name, at) => [name, at]));
    const ideas = raw.ideas.map((row) => {
      const idea = { slug: row[place.slug], title: row[place.title], summary: row[place.summary],
        proposed: row[place.proposed], moved: row[place.moved] };
      for (const name of FACETS) {
        const held = row[place[name]];
        idea[name] = Array.isArray(held) ? held : held < 0 ? [] : [held];
      }
      idea.folded = fold(`${idea.title} ${idea.summary}`);
      return idea;
    });
    return { ...raw, ideas };
  };

  const asked = () => {
    const state = { words: fold(field("q").value).split(/\s+/).filter(Boolean),
      age: Number(field("age").value) || 0, sort: field("sort").value };
    for (const name of FACETS) {
      const wanted = field(name).value;
      state[name] = wanted === "" ? -1
        : data.values[name].findIndex(([id]) => id === wanted);
    }
    return state;
  };

  const ofAge = (idea, age) => {
    if (!age) return true;
    if (idea.moved === null) return false;
    const days = data.as_of - idea.moved;
    return age > 0 ? days <= age : days > -age;
  };

  const fits = (idea, state, but) => FACETS.every(
    (name) => name === but || state[name] < 0 || idea[name].includes(state[name]))
    && ofAge(idea, state.age) && state.words.every((word) => idea.folded.includes(word));

  const ORDER = {
    waiting: (a, b) => (a.moved ?? 0) - (b.moved ?? 0),
    new: (a, b) => (b.proposed ?? 0) - (a.proposed ?? 0),
    title: (a, b) => a.title.localeCompare(b.title),
  };

  /* The text with every word that was asked for marked. Folding can change a text's length, so
     each letter is folded alone and remembers where it stood. */
  const marked = (text, words) => {
    const made = document.createDocumentFragment();
    const letters = [...text];
    const folded = letters.map((letter) => fold(letter));
    const starts = [];
    let length = 0;
    for (const each of folded) { starts.push(length); length += each.length; }
    const whole = folded.join("");
    const hit = new Array(letters.length).fill(false);
    for (const word of words) {
      for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
        starts.forEach((start, n) => {
          if (start < at + word.length && start + folded[n].length > at) hit[n] = true;
        });
      }
    }
    for (let from = 0; from < letters.length;) {
      let to = from;
      while (to < letters.length && hit[to] === hit[from]) to += 1;
      const part = letters.slice(from, to).join("");
      made.append(hit[from] ? make("mark", "", part) : part);
      from = to;
    }
    return made;
  };

  const day = (days) => {
    if (days === null) return make("span", "", "no date");
    const date = new Date(days * 86400000);
    const made = make("time", "", date.toLocaleDateString("en-GB",
      { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }));
    made.dateTime = date.toISOString().slice(0, 10);
    return made;
  };

  const named = (facet, places) => places.map((place) => data.values[facet][place][1]).join(", ");

  const row = (idea, words) => {
    const made = make("tr");
    const link = make("a");
    link.href = `${form.dataset.heroIdeas}${idea.slug === "index" ? "index--" : idea.slug}.html`;
    link.append(marked(idea.title, words));
    const first = make("td");
    const summary = make("span", "hero-summary");
    summary.append(marked(idea.summary, words));
    first.append(link, summary, make("span", "hero-meta", named("theme", idea.theme)));
    const stage = make("td");
    stage.append(make("span", `hero-chip hero-chip--${data.looks[idea.stage[0]]}`,
      named("stage", idea.stage)));
    const role = idea.turn.length ? data.values.turn[idea.turn[0]][0] : "";
    const moved = make("td");
    moved.append(day(idea.moved));
    made.append(first, stage, make("td", "", role ? ROLES[role] || role : "Nobody"), moved);
    return made;
  };

  const counts = (state) => {
    for (const name of FACETS) {
      const found = new Array(data.values[name].length).fill(0);
      for (const idea of data.ideas) {
        if (fits(idea, state, name)) for (const place of idea[name]) found[place] += 1;
      }
      for (const option of field(name).options) {
        if (option.value === "") continue;
        const place = Number(option.dataset.place);
        option.textContent = `${data.values[name][place][1]} (${found[place]})`;
        option.disabled = !found[place] && !option.selected;
      }
    }
  };

  const draw = (state) => {
    const found = data.ideas.filter((idea) => fits(idea, state, ""));
    if (ORDER[state.sort]) found.sort(ORDER[state.sort]);
    const made = make("table", "hero-ideas");
    made.setAttribute("aria-label", "Ideas that fit");
    made.append(table.querySelector("thead").cloneNode(true));
    const body = make("tbody");
    body.append(...found.slice(0, shown).map((idea) => row(idea, state.words)));
    made.append(body);
    results.replaceChildren(made);
    if (!found.length) results.replaceChildren(make("p", "", "No idea fits all of this. Take one choice back, or clear all."));
    if (found.length > shown) {
      const more = make("button", "md-button", `Show ${Math.min(STEP, found.length - shown)} more`);
      more.type = "button";
      more.addEventListener("click", () => {
        const from = shown;
        shown += STEP;
        draw(asked());
        results.querySelectorAll("tbody tr")[from]?.querySelector("a")?.focus();
      });
      results.append(more);
    }
    const all = data.ideas.length;
    document.getElementById("find-count").textContent = found.length === all
      ? `All ${all.toLocaleString("en")} ideas` : `${found.length.toLocaleString("en")} of ${all.toLocaleString("en")} ideas`;
  };

  const keep = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.set(name, value);
    const text = query.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
    return text !== "";
  };

  const update = () => {
    shown = STEP;
    const some = keep();
    const state = asked();
    counts(state);
    draw(state);
    table.hidden = some;
    results.hidden = !some;
  };

  const fill = () => {
    const query = new URLSearchParams(location.search);
    for (const name of FACETS) {
      const select = field(name);
      data.values[name].forEach(([id], place) => {
        const option = new Option("", id);
        option.dataset.place = place;
        select.add(option);
      });
      select.closest("p").hidden = !data.values[name].length;
    }
    for (const element of form.elements) {
      if (!element.name || !query.has(element.name)) continue;
      element.value = query.get(element.name);
      if (element.selectedIndex === -1) element.value = ""; // Somebody made that address up.
    }
    form.hidden = false;
    update();
  };

  const start = async () => {
    try {
      const answer = await fetch(form.dataset.heroFind);
      if (!answer.ok) return;
      const raw = await answer.json();
      if (raw.version !== 1) return;
      data = read(raw);
    } catch {
      return; // The table is there all the same.
    }
    fill();
    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 60); });
    form.addEventListener("reset", () => setTimeout(() => { update(); field("q").focus(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
  };
  start();
})();
