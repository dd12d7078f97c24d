/* The propose page: writes a new idea's file as one types, holds it against the limits of the
   JSON Schema, shows ideas that say the same, and ends in a link to the forge.
   Every text is put into the page as text, never as HTML. Nothing is sent from here. */
(() => {
  "use strict";
  const form = document.getElementById("hero-propose");
  if (!form || !window.URLSearchParams) return;
  const settings = JSON.parse(form.dataset.heroSettings);
  const at = (id) => document.getElementById(id);
  const field = (name) => form.elements.namedItem(name);
  const FIELDS = Object.keys(settings.fields).filter(field);
  const PROSE = ["problem", "proposal", "benefit", "first_step"];
  const touched = new Set();
  let index = null;

  const make = (tag, kind, text) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const link = (text, address, kind) => {
    const made = make("a", kind, text);
    made.href = address;
    return made;
  };

  /* A text of ours, in which words between backticks are code. */
  const told = (place, text) => {
    if (place.dataset.told === text) return;
    place.dataset.told = text;
    place.replaceChildren(...text.split("`").map((part, n) => n % 2 ? make("code", "", part) : part));
  };
  const label = (name) => form.querySelector(`label[for="propose-${name}"]`).firstChild.textContent.trim();

  /* ---- What was written ---- */
  /* Half of a character cannot be written to a file; blank lines around a text say nothing. */
  const sound = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n");
  const said = (name) => {
    const text = sound(field(name).value);
    return PROSE.includes(name) ? text.replace(/^(?:\s*\n)+/, "").trimEnd() : text.trim();
  };
  const logins = () => sound(field("proposers").value).split(/[\s,@]+/).filter(Boolean);
  const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;
  const slugOf = (title) => {
    const bare = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss").toLowerCase();
    let slug = "";
    for (const word of bare.match(/[a-z0-9]+/g) || []) {
      const longer = slug ? `${slug}-${word}` : word;
      if (longer.length > settings.slug.maxLength) break;
      slug = longer;
    }
    return DEVICE.test(slug) ? `${slug}-idea` : slug;
  };
  const slug = () => field("slug").value.trim() || slugOf(said("title"));

  /* ---- The file ---- */
  /* What YAML writes with an escape: all that has no form of its own, but the line end and tab. */
  const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
  const HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");
  const escaped = (char) => {
    const code = char.codePointAt(0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  };
  const quoted = (text) => JSON.stringify(text).replace(HIDDEN_ALL, escaped);
  const PLAIN = /^[A-Za-z][A-Za-z0-9 '()/.-]*[A-Za-z0-9.)]$/;
  const WORDS = /^(?:null|true|false|yes|no|on|off)$/i;
  const scalar = (text) => PLAIN.test(text) && !WORDS.test(text) ? text : quoted(text);
  const prose = (text) => {
    const lines = text.split("\n");
    const block = !/^[ \t]/.test(text) && lines.every((line) =>
      !HIDDEN.test(line.replace(/\t/g, " ")) && (line === "" || line.trim() !== ""));
    return block ? `|\n${lines.map((line) => line && `  ${line}`).join("\n")}` : quoted(text);
  };
  const yaml = () => {
    const lines = ["# yaml-language-server: $schema=../schema.json"];
    for (const name of FIELDS) {
      const text = said(name);
      if (text || settings.required.includes(name)) {
        lines.push(`${name}: ${PROSE.includes(name) ? prose(text) : scalar(text)}`);
      }
    }
    lines.push(`proposers: [${logins().map(scalar).join(", ")}]`);
    return `${lines.join("\n")}\n`;
  };

  /* ---- What is right ---- */
  const TURNS = /[\u202a-\u202e\u2066-\u2069]/;
  const CONTROL = /(?![\n\t])\p{Cc}/u;
  const fault = (name, text, about) => {
    const many = [...text].length;
    if (!text) return settings.required.includes(name) ? `The field \`${name}\` is missing. ${about.description || ""}` : "";
    if (many > about.maxLength) {
      return `\`${name}\` has ${many.toLocaleString("en")} characters; at most ${about.maxLength.toLocaleString("en")} fit. Shorten it by ${(many - about.maxLength).toLocaleString("en")}.`;
    }
    if (CONTROL.test(text)) return `\`${name}\` holds a control character. Type the words anew.`;
    if (TURNS.test(text)) return `\`${name}\` holds a character that turns the direction of text around. Type the words anew.`;
    if (about.enum && !about.enum.includes(text)) return `\`${name}\` is none of those that this registry has.`;
    if (about.pattern && !new RegExp(about.pattern, "u").test(text)) return `\`${name}\` has another form than it needs. ${about.description || ""}`;
    return "";
  };
  const ofLogins = () => {
    if (!logins().length) return "The field `proposers` is missing. Your login on the forge, for example: example-ada";
    const odd = logins().find((each) => fault("login", each, settings.login));
    return odd ? `\`${shown(odd)}\` is no login: letters, digits and single hyphens, at most ${settings.login.maxLength} of them.` : "";
  };
  const ofSlug = () => {
    const name = slug();
    if (!name) return said("title") ? "The title has no letters that a file's name can take: write a name of your own, lower-case words with hyphens." : "";
    if (DEVICE.test(name) || !new RegExp(settings.slug.pattern).test(name) || name.length > settings.slug.maxLength) {
      return `\`${shown(name)}\` has another form: lower-case letters, digits and single hyphens, at most ${settings.slug.maxLength} of them.`;
    }
    return index && index.slugs.has(name) ? `There is an idea by the name \`${name}\`: choose another.` : "";
  };
  const faults = () => {
    const found = FIELDS.map((name) => [name, fault(name, said(name), settings.fields[name])]);
    return new Map([...found, ["proposers", ofLogins()], ["slug", ofSlug()]].filter(([, text]) => text));
  };
  const shown = (text) => text.replaceAll("`", "'");
  const showFaults = (found) => {
    for (const name of [...FIELDS, "proposers", "slug"]) {
      /* Nobody is told that a field is missing before they have been there. */
      const text = touched.has(name) || field(name).value ? found.get(name) || "" : "";
      told(at(`fault-${name}`), text);
      field(name).setAttribute("aria-invalid", String(text !== ""));
    }
  };

  /* ---- Where it goes ---- */
  const year = () => settings.example ? settings.year : new Date().getFullYear();
  const address = (base, values) => `${base}${base.includes("?") ? "&" : "?"}${Object.entries(values)
    .filter(([, text]) => text).map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&")}`;
  const showEnd = (found, file) => {
    const ways = [];
    const missing = found.size;
    let state = missing ? `${missing === 1 ? "One thing is" : `${missing} things are`} still to be done: ${[...found.keys()].map(label).join(", ")}.`
      : "This file is ready.";
    if (!missing && settings.folder) {
      const base = `${settings.folder}/${year()}`;
      const whole = address(base, { filename: `${slug()}.yml`, value: file });
      const fits = whole.length <= settings.longest;
      ways.push(link("Open it on the forge as a new file", fits ? whole : address(base, { filename: `${slug()}.yml` }), "md-button md-button--primary"));
      if (!fits) state += " It is too long for a link: copy the file, and paste it into the page that opens.";
    }
    if (!missing && settings.form) {
      const theme = field("theme").selectedOptions[0].textContent;
      const all = { title: said("title"), theme, problem: said("problem"), proposal: said("proposal"), benefit: said("benefit"), first_step: field("first_step") ? said("first_step") : "" };
      const whole = address(settings.form, all);
      const fits = whole.length <= settings.longest;
      ways.push(link("Send it as an issue instead", fits ? whole : address(settings.form, { title: said("title") }), "md-button"));
      if (!fits) state += " The issue form takes the title alone: copy the other texts into it.";
    }
    if (!missing && settings.example) state += ` This is an example, so there is no forge to send it to: copy it, and see how \`ideas/${year()}/${slug()}.yml\` would look.`;
    else if (!missing && !ways.length) state += ` Copy it into \`ideas/${year()}/${slug()}.yml\`.`;
    told(at("propose-state"), state);
    const before = [...at("propose-ways").children].map((each) => each.href).join();
    if (before !== ways.map((each) => each.href).join()) at("propose-ways").replaceChildren(...ways);
  };

  /* ---- How it looks ---- */
  const showPage = (file) => {
    at("propose-file").textContent = file;
    const made = [make("h2", "", said("title") || "Without a title yet"), make("p", "hero-meta", field("theme").selectedOptions[0].textContent)];
    for (const name of PROSE.filter((each) => field(each) && said(each))) {
      made.push(make("h3", "", name === "first_step" ? "First step" : name[0].toUpperCase() + name.slice(1)));
      made.push(...said(name).split(/\n{2,}/).map((text) => make("p", "", text)));
    }
    made.push(make("p", "hero-note", "The site shows Markdown as the forge does; here it stands as you wrote it."));
    at("propose-preview").replaceChildren(...made);
  };

  /* ---- What is like it: words and score as in `hero similar`, see hero.registry.similarity ---- */
  const WEIGHTS = { title: 2, problem: 1, proposal: 1 };
  const K1 = 1.2, K3 = 8, B = 0.75, FULL = 18, LEAST = 0.12, TOP = 3;
  const wordsOf = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC")
    .toLowerCase().match(/[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu) || [];
  const termOf = (word) => {
    if (index.stop.has(word) || [...word].length > 40 || /^\p{Nd}+$/u.test(word)) return "";
    if (word.length > 4 && word.endsWith("ies")) word = `${word.slice(0, -3)}y`;
    else if (word.length > 3 && word.endsWith("s") && !/(?:ss|us)$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed", "er", "ly"]) {
      if (word.endsWith(ending) && word.length - ending.length >= 4) {
        word = word.slice(0, -ending.length);
        if (ending !== "ly" && word.at(-1) === word.at(-2) && !"ls".includes(word.at(-1))) word = word.slice(0, -1);
        break;
      }
    }
    if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
    if (word.endsWith("y") && word.length > 3) word = `${word.slice(0, -1)}i`;
    return word;
  };
  const damped = (n) => n >= 1 ? 1 + Math.log(n) : n;
  const similar = () => {
    const wanted = new Map();
    let length = 0;
    for (const [name, weight] of Object.entries(WEIGHTS)) {
      const found = wordsOf(said(name)).map(termOf).filter(Boolean).slice(0, 2000);
      length += found.length * weight;
      for (const word of found) wanted.set(word, (wanted.get(word) || 0) + weight);
    }
    const count = index.ideas.length;
    if (!wanted.size || !count) return [];
    const mean = index.ideas.reduce((sum, idea) => sum + idea[4], 0) / count || 1;
    const slow = (weighted) => K1 * (1 - B + (B * weighted) / mean);
    const shared = new Map();
    let own = 0, square = 0, bare = 0;
    for (const [word, n] of wanted) {
      const row = index.words.get(word);
      const having = row ? row[0] : 0;
      const worth = (Math.log(1 + (count - having + 0.5) / (having + 0.5)) * n * (K3 + 1)) / (n + K3);
      const rare = Math.log((1 + count) / (1 + having)) + 1;
      own += (worth * n * (K1 + 1)) / (n + slow(length));
      square += (damped(n) * rare) ** 2;
      bare += damped(n) ** 2;
      for (let place = 1, number = 0; row && place < row.length; place += 2) {
        number += row[place];
        const times = row[place + 1] / 2;
        const note = shared.get(number) || { words: 0, evidence: 0, product: 0 };
        note.words += 1;
        note.evidence += (worth * times * (K1 + 1)) / (times + slow(index.ideas[number][4]));
        note.product += damped(n) * rare * rare * damped(times);
        shared.set(number, note);
      }
    }
    const root = square / Math.sqrt(bare);
    return [...shared].filter(([, note]) => note.words >= Math.min(2, wanted.size))
      .map(([number, note]) => [Math.min(1, Math.sqrt((note.evidence / Math.sqrt(own) / FULL)
        * (note.product / (root * Math.sqrt(index.ideas[number][3] || 1))))), number])
      .filter(([score]) => score >= LEAST).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, TOP);
  };
  const showSimilar = () => {
    const place = at("propose-similar");
    const found = index ? similar() : [];
    const key = found.map(([, number]) => number).join();
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    place.hidden = !found.length;
    if (!found.length) return place.replaceChildren();
    const list = make("ul");
    for (const [, number] of found) {
      const [name, title, stage] = index.ideas[number];
      const item = make("li");
      item.append(link(title, `${form.dataset.heroIdeas}${name === "index" ? "index--" : name}.html`), make("span", "hero-meta", ` ${stage}`));
      list.append(item);
    }
    return place.replaceChildren(make("p", "", found.length === 1 ? "This may say the same. If it does, join it:" : "These may say the same. If one does, join it:"), list);
  };
  let asked = false;
  const loadIndex = async () => {
    if (asked) return;
    asked = true;
    try {
      const answer = await fetch(form.dataset.heroSimilar);
      const raw = answer.ok ? await answer.json() : {};
      if (raw.version !== 1) return;
      index = { ideas: raw.ideas, stop: new Set(raw.stop), words: new Map(Object.entries(raw.words)), slugs: new Set(raw.ideas.map(([name]) => name)) };
      update();
    } catch { /* The form does without. */ }
  };

  /* ---- The draft ---- */
  const keep = () => {
    const held = {};
    for (const element of form.elements) if (element.name && element.value) held[element.name] = element.value;
    try { localStorage.setItem(settings.key, JSON.stringify(held)); } catch { /* A browser may keep nothing. */ }
  };
  const recall = () => {
    try {
      const held = JSON.parse(localStorage.getItem(settings.key) || "{}");
      for (const element of form.elements) {
        if (!element.name || typeof held[element.name] !== "string") continue;
        const before = element.value;
        element.value = held[element.name];
        if (element.selectedIndex === -1) element.value = before; // A choice that is no more.
      }
      return Object.keys(held).length > 0;
    } catch { return false; }
  };
  const tell = (text) => { at("propose-said").textContent = text; };

  const update = () => {
    const found = faults();
    const file = yaml();
    field("slug").placeholder = slugOf(said("title")) || "lower-case-words";
    showFaults(found);
    showEnd(found, file);
    showPage(file);
    showSimilar();
  };

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    tell("");
    if (event.target.name !== "slug" || event.target.value) touched.add(event.target.name);
    waiting = setTimeout(() => { keep(); update(); }, 120);
  });
  form.addEventListener("focusin", loadIndex);
  form.addEventListener("focusout", (event) => {
    if (event.target.name) { touched.add(event.target.name); showFaults(faults()); }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  at("propose-copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(yaml());
      tell("Copied.");
    } catch {
      at("propose-file").closest("details").open = true;
      getSelection().selectAllChildren(at("propose-file"));
      tell("It is marked below: copy it with your keyboard.");
    }
  });
  at("propose-clear").addEventListener("click", () => {
    clearTimeout(waiting);
    try { localStorage.removeItem(settings.key); } catch { /* There was none. */ }
    form.reset();
    touched.clear();
    update();
    tell("The draft is gone.");
    field("title").focus();
  });

  if (recall()) { tell("Your draft of last time is here again."); loadIndex(); }
  form.hidden = false;
  update();
})();
