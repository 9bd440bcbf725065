/* − and + beside a number; never below 0. The field stays a plain one with a numeric keypad: what is typed there and is no whole
   number stays as it is. */

import { typedNumber } from "./numbers.js";

export function begin(button) {
  const input = button.closest("[data-stepper]").querySelector("input");
  button.addEventListener("click", () => {
    if (input.readOnly) return;
    const now = input.value.trim() === "" ? 0 : typedNumber(input.value);
    if (!Number.isInteger(now)) return;
    input.value = Math.max(0, now + Number(button.dataset.step));
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
