/* "The rest is normal": fills blanks only, takes numbers from scanned devices or the last report and invents none. What
   is left then are numbers nobody can know: "the rest is not applicable". Both mark what they ticked (bulk=1), and each
   undo takes back what still carries the mark. The button that did it says on how many, and does nothing more until
   something else was done: a second tap, however slow, undoes nothing. */

import { alive, behave, changed, ITEM, settle } from "./behave.js";
import { answered, bulk, choice, counts, isCounted, items, notApplicable, suggested, untouched } from "./items.js";

const filled = new WeakMap(); // item → the inputs we filled

behave("[data-rest-normal]", (normal) => {
  const look = (selector) => document.querySelector(selector);
  const form = normal.form ?? look(ITEM)?.closest("form");
  const [undo, aside, undoAside] = ["[data-rest-undo]", "[data-rest-na]", "[data-rest-na-undo]"].map(look);
  if (!form || !undo) return;

  let did = null; // { button, number }: the last to do something
  does(normal, fillable, fill);
  does(undo, filledInBulk, takeBack);
  does(aside, unknowable, (item) => markAside(item, true));
  does(undoAside, setAsideInBulk, (item) => markAside(item, false));
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  update();
  alive("rest_normal");

  function does(button, which, each) {
    button.addEventListener("click", (click) => {
      const found = items(form).filter(which);
      if (!found.length) return;
      found.forEach(each);
      changed(form);
      did = { button, number: found.length };
      update();
      settle(click, [aside, normal, undoAside, undo].filter((other) => other !== button));
    });
  }

  function touched() {
    did = null;
    update();
  }

  function update() {
    const all = items(form);
    const open = all.filter(fillable).length;
    say(normal, open);
    say(aside, open ? 0 : all.filter(unknowable).length);
    say(undo, all.filter(filledInBulk).length);
    say(undoAside, all.filter(setAsideInBulk).length);
  }

  function say(button, number) {
    const done = !number && did?.button === button;
    button.querySelector("[data-rest-number]").textContent = done ? did.number : number;
    button.hidden = !number && !done;
    button.setAttribute("aria-disabled", done);
  }
});

const marked = (item) => bulk(item)?.disabled === false;
const filledInBulk = (item) => marked(item) && !notApplicable(item).checked;
const setAsideInBulk = (item) => marked(item) && notApplicable(item).checked;

function fillable(item) {
  if (answered(item)) return false;
  return !isCounted(item) || counts(item)[0].value !== "" || suggested(item) !== null;
}

/** Nobody can invent its number, and nobody has begun to say anything about it. */
const unknowable = (item) => untouched(item) && !fillable(item);

function fill(item) {
  const blanks = isCounted(item) ? counts(item).filter((input) => input.value === "") : [choice(item, "normal")];
  for (const input of blanks) {
    if (!isCounted(item)) input.checked = true;
    else input.value = "first" in input.dataset ? suggested(item) : 0;
  }
  filled.set(item, blanks);
  bulk(item).disabled = false;
}

// After a reload we no longer know which of the two numbers was ours: a first one equal to the scanned devices was not.
function takeBack(item) {
  for (const input of filled.get(item) ?? guess(item)) {
    if (isCounted(item)) input.value = "";
    else input.checked = false;
  }
  bulk(item).disabled = true;
}

function guess(item) {
  if (!isCounted(item)) return [choice(item, "normal")];
  const [first, second] = counts(item);
  return item.dataset.scanned === first.value ? [second] : [first, second];
}

function markAside(item, yes) {
  notApplicable(item).checked = yes;
  bulk(item).disabled = !yes;
}
