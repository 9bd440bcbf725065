/* 9 / 14, and the way to the first open item. */

import { behave } from "./behave.js";
import { answered, items } from "./items.js";

behave("form:has([data-item])", (form) => {
  update();
  form.addEventListener("input", update);
  form.addEventListener("change", update);
});

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
