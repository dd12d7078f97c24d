// What a page holds and no stranger may bring: elements, handlers, addresses that run, a second title.
() => {
  const bad = "script:not([src]), iframe, object, embed, base, form, style, img, link, meta";
  const ours = "article :is(form.hero-find, form.hero-propose, img[src*='badges/'])";
  const elements = [...document.querySelectorAll(`:is(article, .md-sidebar, .md-banner) :is(${bad})`)].filter(e => !e.matches(ours));
  const found = elements.map(e => e.outerHTML.slice(0, 120));
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const theme = element.closest(".md-header, .md-sidebar, .md-overlay") || element.matches("body, html");
      const handles = /^on|^srcdoc$|^style$/.test(name) && !theme;
      const runs = /^(href|src|action|formaction)$/.test(name)
        && /^\s*(javascript|vbscript|data:text)/i.test(value);
      if (handles || runs) found.push(`<${element.localName} ${name}="${value}">`);
    }
  }
  const titles = document.querySelectorAll("h1").length;
  if (titles !== 1) found.push(`${titles} titles`);
  if (window.hurt !== undefined) found.push("something ran");
  return [...found, ...(window.refused || [])];
}
