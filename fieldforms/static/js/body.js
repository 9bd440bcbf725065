/* The body of a step's form as the server saves it, and the way back into the form. */

const OURS = new Set(["csrf_token", "version", "editor", "shown", "page_secret", "phone_at"]);

/** urlencoded, without what is not an answer: tokens, files, [data-unsaved]. */
export function bodyOf(form) {
  return new URLSearchParams(answersOf(form)).toString();
}

/** The body as the server sent it: somebody may have typed before the scripts were there. */
export function servedBody(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return bodyOf(copy);
}

export function answersOf(form) {
  const apart = unsaved(form);
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OURS.has(name) && !apart.has(name));
}

export function unsaved(form) {
  return new Set([...form.elements].filter(isUnsaved).map((input) => input.name));
}

export const isUnsaved = (input) => "unsaved" in input.dataset;

/** Put a kept body back, but for what a hand has changed since the page was shown: that is newer. Photos and devices that
    have no element yet listen to "restore" and add theirs. */
export function fill(form, params) {
  const touched = [...form.elements].filter(isTouched);
  form.dispatchEvent(new CustomEvent("restore", { detail: params, bubbles: true }));
  for (const input of form.elements) {
    if (!input.name || OURS.has(input.name) || isUnsaved(input) || input.matches("[data-arrived], button, [type=file]")) continue;
    if (touched.some((other) => other === input || (input.type === "radio" && other.name === input.name))) continue;
    const values = params.getAll(input.name);
    if ("bulk" in input.dataset) input.disabled = !values.length;
    else if (input.matches("[type=checkbox], [type=radio]")) input.checked = values.includes(input.value);
    else if (values.length === 1) input.value = values[0];
  }
}

/** By a hand; a browser that goes back puts what it remembers into the form, older than what is kept. */
function isTouched(input) {
  const [visit] = performance.getEntriesByType("navigation");
  if (!visit || visit.type === "back_forward") return false;
  if (input.matches("[type=checkbox], [type=radio]")) return input.checked !== input.defaultChecked;
  if (input.matches("input, textarea")) return input.value !== input.defaultValue;
  const options = [...(input.options ?? [])];
  return options.length > 0 && !(options.find((option) => option.defaultSelected) ?? options[0]).selected;
}

/** A typed number as the server reads it (forms/reading.py): full-width digits and signs, spaces, thousands, a decimal comma.
    NaN for what is none, 5² among them. */
export function typedNumber(text) {
  if (/\p{No}/u.test(text)) return NaN;
  const typed = String(text).normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "").replace(/\u3002/g, ".").replace(/[\u2010-\u2015\u2212\ufe58]/g, "-");
  const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(typed);
  const plain = grouped ? typed.replace(/,/g, "") : typed.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
