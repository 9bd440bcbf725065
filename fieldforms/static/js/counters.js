/* − and + beside a number; never below 0. The field stays a plain one with a numeric keypad: what is typed there and is no whole
   number stays as it is. */

import { typedNumber } from "./body.js";

export function act(button) {
  const input = button.closest("[data-stepper]").querySelector("input");
  const now = input.value.trim() === "" ? 0 : typedNumber(input.value);
  if (input.readOnly || !Number.isInteger(now)) return;
  input.value = Math.max(0, now + Number(button.dataset.step));
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
