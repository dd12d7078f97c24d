/* Beside an address that is there to be shared: a button that copies it, and for the page itself a
   letter that holds it. Without a script the address stands there to be read. */
"use strict";
const address = (shown) => shown.href ?? shown.textContent;

const copying = (shown) => {
  const button = document.createElement("button");
  const says = (words) => { button.textContent = words; };
  button.type = "button";
  button.className = "hero-copy";
  button.setAttribute("aria-live", "polite");
  says("Copy the address");
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(address(shown)).then(() => says("Copied"), () => says("Not copied"));
    setTimeout(says, 2500, "Copy the address");
  });
  return button;
};

const letter = (shown) => {
  const mail = document.createElement("a");
  const words = [document.querySelector("h1").firstChild.textContent, address(shown)];
  const [title, body] = words.map(encodeURIComponent);
  mail.href = `mailto:?subject=${title}&body=${body}`;
  mail.textContent = "Send it by mail";
  return mail;
};

for (const shown of document.querySelectorAll("[data-copy]")) {
  if (shown.closest(".hero-cite")) shown.after(" ", letter(shown));
  // Where the page came by a way that others could read, a browser keeps its clipboard to itself.
  if (navigator.clipboard) shown.after(" ", copying(shown));
}
