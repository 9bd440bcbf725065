/* A sheet that is begun on a page kept by the phone's worker (body[data-begun], root/sw.js): what the register answers at its
   device is put in, and when it is begun, as if the server had sent it so. */

import { bodyOf, fill } from "./body.js";
import { localMinute } from "./now.js";

export function begin(form, { answers, clocks }) {
  const given = new URLSearchParams(answers);
  const params = new URLSearchParams(bodyOf(form));
  for (const name of new Set(given.keys())) params.delete(name);
  for (const [name, value] of given) params.append(name, value);
  const now = localMinute(document.body.dataset.zone);
  for (const [name, kind] of Object.entries(clocks)) if (params.has(name)) params.set(name, kind === "date" ? now.slice(0, 10) : now);
  const typed = [...form.elements].filter(isTyped);
  fill(form, params);
  for (const input of form.elements) if (!typed.includes(input)) makeDefault(input);
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Meanwhile, by somebody who was quicker: it stays, and is theirs. */
function isTyped(input) {
  if (input.matches("[type=checkbox], [type=radio]")) return input.checked !== input.defaultChecked;
  return "defaultValue" in input && input.value !== input.defaultValue;
}

function makeDefault(input) {
  if (input.matches("[type=checkbox], [type=radio]")) input.defaultChecked = input.checked;
  else if (input.matches("input:not([type=hidden]):not([type=file]), textarea")) input.defaultValue = input.value;
  else for (const option of input.options ?? []) option.defaultSelected = option.selected;
}
