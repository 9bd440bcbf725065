/* Leaving any page: sent once, nothing left behind on the phone, asked again when it is come back to. */

import { behave, fetchWithin, report } from "./behave.js";
import { forget, forgetInTime } from "./unsent.js";

// Without a network nothing leaves a page: [data-network] says so, and by [data-back] that it is there again. Browsers may
// call a network what leads nowhere; the server is asked only after a request of this page was lost: it costs a trip.

const ICON = document.querySelector("link[rel=icon]")?.href; // the cheapest thing the server has
const PATIENCE = 4_000;
// By htmx; autosave says it itself.
const isAsked = (target) => target.matches("input, select, form") && !("autosave" in target.dataset);
export const said = document.querySelector("[data-network]");
let doubt = false;

addEventListener("submit", (event) => {
  const { submitter, target } = event;
  if (navigator.onLine && !(doubt && submitter)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (navigator.onLine) ask().then((there) => (there ? submitter.click() : refuse(event)));
  else refuse(event);
}, { capture: true });

addEventListener("online", () => said?.textContent && say("back"));
document.addEventListener("lost", ({ detail }) => {
  doubt = true;
  if (detail) refuse(); // a person waits for it
});
document.addEventListener("htmx:error", ({ target }) => {
  doubt = true;
  if (isAsked(target)) say("network");
});
document.addEventListener("htmx:after:request", () => {
  doubt = false;
  if (said?.matches(".error")) say("back");
});
addEventListener("htmx:before:request", (event) => {
  if (navigator.onLine || !isAsked(event.target)) return;
  event.preventDefault();
  say("network");
}, { capture: true });

function refuse(detail) {
  if (!document.dispatchEvent(new CustomEvent("unsendable", { cancelable: true, detail }))) return; // kept: phone_handing.js
  say("network");
  said?.focus();
}

function say(which) {
  if (!said) return;
  said.textContent = said.getAttribute(`data-${which}`);
  said.classList.toggle("error", which === "network");
}

async function ask() {
  doubt = await fetchWithin(PATIENCE, ICON, { method: "HEAD", cache: "no-store" }).then(() => false, () => true);
  return !doubt;
}

// form[data-holds], form[data-forget]: hold.js looks before they go at what waits in this browser, and may still be on its way.

addEventListener("submit", (event) => {
  const { submitter, target } = event;
  const { ready: looked, holds, forget: leaves = holds } = target.dataset;
  if (!submitter || looked || leaves === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  let waiting = true;
  const late = setTimeout(() => {
    waiting = false;
    refuse();
  }, SLOW);
  import("./hold.js").then(({ ready }) => ready).catch(report).then(() => {
    clearTimeout(late);
    target.dataset.ready = "1";
    if (waiting) setTimeout(() => submitter.click()); // else it was said that nothing was sent
  });
}, { capture: true });

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
  form.dispatchEvent(new Event("released"));
}

const switched = new WeakSet(); // what was off before stays off

function switchAll(form, off, submitter) {
  for (const button of form.elements) {
    if (button.type !== "submit" || (off ? button.disabled : !switched.has(button))) continue;
    button.disabled = off;
    switched[off ? "add" : "delete"](button);
    button.setAttribute("aria-busy", off && button === submitter);
  }
}

// form[data-forget] (signing out), [data-finished=uuid] (the server has that draft), [data-forget-draft=uuid]
// (gives it up): the phone keeps nothing of it.

behave("form[data-forget]", (form) => form.addEventListener("submit", () => forget()));
behave("[data-finished]", (element) => forget(element.dataset.finished));

document.addEventListener("click", (event) => {
  const draft = draftGivenUp(event.target);
  const link = event.target.closest?.("a[data-forget-draft]");
  const gone = draft && forgetInTime(draft);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // the page it leads to would put back what is not forgotten yet
  gone.then(() => location.assign(link.href));
}, { capture: true });

export const draftGivenUp = (target) => target.closest?.("[data-forget-draft]")?.dataset.forgetDraft;

// A page the browser brings back from memory may belong to somebody who no longer holds the phone (client mode, signed out) or
// show what has changed: ask the server again.

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
