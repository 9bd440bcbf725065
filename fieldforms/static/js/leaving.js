/* Leaving a page, on every page: sent once, nothing left behind on the phone, asked again when it is come back to. One
   file, for each costs a slow phone its own trip. */

import { behave } from "./behave.js";
import { forget } from "./unsent.js";

// form[data-once]: a second tap while the first is on its way does nothing. Only a courtesy: the server answers twice the same.

const SLOW = 10_000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || !form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  // After the browser has taken the form's values: a disabled button would be missing in them.
  setTimeout(() => switchAll(form, true, event.submitter));
  setTimeout(() => release(form), SLOW);
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

function release(form) {
  delete form.dataset.sent;
  switchAll(form, false);
}

const switched = new WeakSet(); // what was off before stays off

function switchAll(form, off, submitter) {
  for (const button of form.elements) {
    if (button.type !== "submit" || (off ? button.disabled : !switched.has(button))) continue;
    button.disabled = off;
    switched[off ? "add" : "delete"](button);
    button.toggleAttribute("aria-busy", off && button === submitter);
    if (off && button === submitter) button.setAttribute("aria-busy", "true");
  }
}

// form[data-forget] (signing out), [data-finished=uuid] (the server has that draft), [data-forget-draft=uuid] (a button or link
// that gives it up): the phone keeps nothing of it.

behave("form[data-forget]", (form) => form.addEventListener("submit", () => forget()));
behave("[data-finished]", (element) => forget(element.dataset.finished));

document.addEventListener("click", ({ target }) => {
  const given = target.closest?.("[data-forget-draft]");
  if (given) forget(given.dataset.forgetDraft);
}, { capture: true });

// A page the browser brings back from memory may belong to somebody who no longer holds the phone (client mode, signed out) or
// show what has changed: ask the server again.

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
