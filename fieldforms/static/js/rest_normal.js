/* "The rest is normal": fills blanks only, takes numbers from scanned devices or the last report and invents none,
   marks what it ticked (bulk=1). Undo takes back exactly what still carries the mark. */

import { behave, changed } from "./behave.js";
import { answered, bulk, choice, counts, isCounted, items, suggested } from "./items.js";

const filled = new WeakMap(); // item → the inputs we filled

behave("[data-rest-normal]", (button) => {
  const form = button.form ?? document.querySelector("form:has([data-item])");
  const undo = document.querySelector("[data-rest-undo]");
  if (!form || !undo) return;

  button.addEventListener("click", () => {
    items(form).forEach(fill);
    changed(form);
    if (button.hidden) undo.focus();
  });

  undo.addEventListener("click", () => {
    items(form).filter(marked).forEach(takeBack);
    changed(form);
    if (undo.hidden) button.focus();
  });

  form.addEventListener("input", update);
  form.addEventListener("change", update);
  update();

  function update() {
    const done = items(form).filter(marked).length;
    const left = items(form).filter(fillable).length;
    button.hidden = !left;
    button.querySelector("[data-rest-left]").textContent = left;
    undo.hidden = !done;
    undo.querySelector("[data-rest-filled]").textContent = done;
  }
});

const marked = (item) => bulk(item) && !bulk(item).disabled;

function fillable(item) {
  if (answered(item)) return false;
  return !isCounted(item) || counts(item)[0].value !== "" || suggested(item) !== null;
}

function fill(item) {
  if (!fillable(item)) return;
  const blanks = isCounted(item) ? counts(item).filter((input) => input.value === "") : [choice(item, "normal")];
  for (const input of blanks) {
    if (!isCounted(item)) input.checked = true;
    else input.value = input.matches("[data-first]") ? suggested(item) : 0;
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
