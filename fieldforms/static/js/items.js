/* The items of a checklist: two numbers, or normal/handled; "not applicable"; words and photos once something is wrong. */

import { behave, changed, ITEM } from "./behave.js";
import { typedNumber } from "./body.js";

export const items = (root = document) => [...root.querySelectorAll(ITEM)].filter((item) => !item.closest("[hidden]"));

export const counts = (item) => [item.querySelector("[data-first]"), item.querySelector("[data-second]")];
const CHOSEN = '[type="radio"]:checked:not([value=""])'; // the empty one takes a choice back
export const isCounted = (item) => counts(item)[0] !== null;
export const choice = (item, value) => item.querySelector(`input[type="radio"][value="${value}"]`);
export const bulk = (item) => item.querySelector("[data-bulk]");
export const notApplicable = (item) => item.querySelector("[data-na]") ?? choice(item, "na");

export function answered(item) {
  if (notApplicable(item)?.checked) return true;
  return isCounted(item) ? counts(item).every((input) => input.value !== "") : !!item.querySelector(CHOSEN);
}

/** Not answered, nor begun: no number, no word, no photo. */
export function untouched(item) {
  const given = [...counts(item), ...item.querySelectorAll("textarea")].some((input) => input?.value.trim());
  return !answered(item) && !given && !item.querySelector(CHOSEN) && !item.querySelector("[type=checkbox]:checked"); // a photo's
}

/** The number "the rest is normal" may take: scanned devices, else the last report's. null: it must be counted. */
export function suggested(item) {
  const number = item.dataset.scanned || item.dataset.suggested;
  return number ? Number(number) : null;
}

function wrong(item) {
  if (isCounted(item)) return typedNumber(counts(item)[1].value) > 0;
  return choice(item, "handled")?.checked || choice(item, "unresolved")?.checked;
}

function look({ target }) {
  const item = target.closest?.(ITEM);
  if (!item) return;
  // A hand has been at it: it is no longer one of those ticked in bulk. Scripts' own events come from their form.
  if (!("bulk" in target.dataset) && bulk(item)) bulk(item).disabled = true;
  if (wrong(item)) item.querySelector("[data-more]").open = true;
}

// Before the form's own listeners, which count the marks.
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, look, { capture: true });
  document.addEventListener(kind, update);
}

// One tap on "6 台来自已扫设备": that many seen, none of them wrong.
document.addEventListener("click", (event) => {
  const item = event.target.closest?.("[data-take]")?.closest(ITEM);
  if (!item) return;
  const [first, second] = counts(item);
  first.value = suggested(item);
  if (second.value === "") second.value = 0;
  changed(first);
});

behave("[data-block-na]", (block) => {
  const inside = () => items(block.closest("section"));
  const before = new Map(); // what unticking gives back
  block.checked = inside().length > 0 && inside().every((item) => notApplicable(item)?.checked);
  block.addEventListener("change", () => {
    for (const item of inside()) block.checked ? setAside(item) : takeBack(item);
    changed(block.form);
  });

  function setAside(item) {
    before.set(item, { chosen: item.querySelector(CHOSEN), inBulk: !bulk(item).disabled });
    notApplicable(item).checked = true;
    bulk(item).disabled = true; // a hand has said so
  }

  function takeBack(item) {
    notApplicable(item).checked = false;
    const { chosen, inBulk } = before.get(item) ?? {};
    if (chosen) chosen.checked = chosen.value !== "na";
    bulk(item).disabled = !inBulk || !answered(item);
  }
});

// 9 / 14, and the way to the first open item.

update();

function update() {
  const all = items();
  const open = all.filter((item) => !answered(item));
  for (const item of all) item.toggleAttribute("data-answered", answered(item));
  write("[data-done]", all.length - open.length);
  write("[data-total]", all.length);
  for (const jump of document.querySelectorAll("[data-next-open]")) jump.hidden = !open.length;
}

function write(selector, number) {
  for (const element of document.querySelectorAll(selector)) {
    if (element.textContent !== String(number)) element.textContent = number;
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-next-open]")) return;
  event.preventDefault();
  const item = items().find((candidate) => !answered(candidate));
  item?.querySelector("input:not([type=hidden])").focus({ preventScroll: true });
  item?.scrollIntoView({ block: "center" });
});
