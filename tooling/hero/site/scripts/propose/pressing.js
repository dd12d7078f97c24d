/* What moves the page waits while a button of the mouse is down: else what is aimed at is somewhere
   else when it comes up, and the click is lost. */
let pressed = false;
const delayed = new Set();

export const settled = (act) => {
  if (pressed) delayed.add(act);
  else act();
};
const released = () => setTimeout(() => {
  pressed = false;
  const due = [...delayed];
  delayed.clear();
  due.forEach((act) => act());
});

addEventListener("pointerdown", () => { pressed = true; }, true);
addEventListener("pointerup", released, true);
addEventListener("pointercancel", released, true);
/* Where a list of choices lies over the page, nobody hears of the button. */
addEventListener("keydown", released, true);
addEventListener("change", (event) => { if (event.target.options) released(); }, true);
