/* The idea browser's address: any view can be shared, and Back leads to what was there before.
   What others put into the address stays in it. */
const PAUSE = 250; // milliseconds: a browser stops a page that rewrites its address all the time

export const addressOf = (form) => {
  const own = [...new Set([...form.elements].map((each) => each.name).filter(Boolean))];
  const field = (name) => form.elements.namedItem(name);
  let waiting = 0;
  let rows = null;

  /* The address of this view, or of one in which a field has another value. */
  const told = (name, other) => {
    const query = new URLSearchParams(location.search);
    for (const each of own) {
      const value = each === name ? other : field(each).value;
      if (value) query.set(each, value); else query.delete(each);
    }
    const text = query.toString();
    return `${location.pathname}${text ? `?${text}` : ""}`;
  };

  /* Fill the form in; what the address asks and the form does not know is given back. */
  const read = () => {
    const query = new URLSearchParams(location.search);
    return own.filter((name) => {
      const asked = (query.get(name) ?? "").trim();
      const options = [...(field(name).options ?? [])];
      const same = options.find((each) => each.value === asked)
        ?? options.find((each) => each.value.toLowerCase() === asked.toLowerCase());
      field(name).value = options.length ? same?.value ?? "" : asked;
      return options.length && !same;
    }).map((name) => [field(name).labels[0].textContent, query.get(name).trim()]);
  };

  const write = () => {
    clearTimeout(waiting);
    if (rows === null) return;
    try {
      history.replaceState({ ...history.state, rows }, "", told() + location.hash);
      rows = null;
    } catch {
      waiting = setTimeout(write, 4 * PAUSE); // Asked too often: a little later it may.
    }
  };

  const keep = (many) => {
    rows = many;
    clearTimeout(waiting);
    waiting = setTimeout(write, PAUSE);
  };

  // Whoever follows a link comes back to this view.
  document.addEventListener("click", write, true);
  window.addEventListener("pagehide", write);
  return { read, keep, told, asks: () => own.some((name) => new URLSearchParams(location.search).get(name)) };
};
