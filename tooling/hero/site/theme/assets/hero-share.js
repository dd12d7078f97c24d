/* Beside an address that is there to be shared: a button that copies it, and for the page itself a
   letter that holds it. Without a script the address stands there to be read. */
"use strict";
const copying = (link) => {
  const button = document.createElement("button");
  const says = (words) => { button.textContent = words; };
  button.type = "button";
  button.className = "hero-copy";
  button.setAttribute("aria-live", "polite");
  says("Copy the address");
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(link.href).then(() => says("Copied"), () => says("Not copied"));
    setTimeout(says, 2500, "Copy the address");
  });
  return button;
};

const letter = (link) => {
  const mail = document.createElement("a");
  const words = [document.querySelector("h1").firstChild.textContent, link.href];
  const [title, body] = words.map(encodeURIComponent);
  mail.href = `mailto:?subject=${title}&body=${body}`;
  mail.textContent = "Send it by mail";
  return mail;
};

for (const link of document.querySelectorAll("a[data-copy]")) {
  if (link.closest(".hero-cite")) link.after(" ", letter(link));
  // Where the page came by a way that others could read, a browser keeps its clipboard to itself.
  if (navigator.clipboard) link.after(" ", copying(link));
}
