/* behave(selector, begin): begin(element) once for each element there is, and each that htmx brings later. One that fails is
   reported as any other error and takes no other with it. */

// What app.js and others look for; anything else stands in one script: an element at hand is asked by its dataset.
export const ITEM = "[data-item]";
export const PHOTOS = "[data-photos]";
export const DEPENDENT = "[data-relevant], [data-required]";
export const STEP_FORM = "form[data-autosave], form[data-keep], form[data-conditions]";

const behaviours = [];

export function behave(selector, begin) {
  const behaviour = { selector, begin, begun: new WeakSet() };
  behaviours.push(behaviour);
  queueMicrotask(() => apply(behaviour)); // the calling module has all its names by then
}

function apply({ selector, begin, begun }) {
  for (const element of document.querySelectorAll(selector)) {
    if (begun.has(element)) continue;
    begun.add(element);
    try {
      begin(element);
    } catch (error) {
      report(error);
    }
  }
}

/** As if nobody had caught it; the caller goes on. */
export function report(error) {
  setTimeout(() => { throw error; });
}

/** Says to the style sheet what works by now (app.css, "without scripts"). */
export function alive(name) {
  const { dataset } = document.documentElement;
  dataset.alive = `${dataset.alive ?? ""} ${name}`.trim();
}

/** Elements that htmx brought since, or a script copied. */
export function beginNew() {
  behaviours.forEach(apply);
}

document.addEventListener("htmx:after:swap", beginNew);

/** A script has changed it, which fires no event by itself. */
export function changed(element) {
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

export const SECOND_TAP = 700; // ms

/** What a tap has brought under the finger does nothing until a second tap of the same finger must have come; `then` is
   done after that. Whoever pressed a key (a click without detail) has no finger there. */
export function settle(click, buttons, then = () => {}) {
  if (!click.detail) return then();
  for (const button of buttons) button.disabled = true;
  setTimeout(() => {
    for (const button of buttons) button.disabled = false;
    then();
  }, SECOND_TAP);
}

/** What our own fetches carry; the token lives as long as the session. */
export function headers(more = {}) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  return { "X-CSRFToken": token, "HX-Request": "true", "HX-Request-Type": "partial", ...more };
}

/** A fetch that ends: without its whole answer after `limit` ms it fails as one without a network does. */
export function fetchWithin(limit, address, options = {}) {
  const control = new AbortController();
  setTimeout(() => control.abort(), limit); // of what has ended by then, nothing
  return fetch(address, { ...options, signal: control.signal });
}

/* Typing. Nothing is sent while a syllable is being composed, and one event comes when it is done. Chromium's last `input` of a
   composition still says isComposing, so those are all stopped at the top and one plain `input` follows each compositionend: htmx
   triggers and our modules listen to `input` and need no rules of their own. */

let open = false;

export const composing = () => open;

const first = { capture: true };

document.addEventListener("compositionstart", () => { open = true; }, first);

document.addEventListener("compositionend", (event) => {
  open = false;
  // After the browser has put the text into the field, in whatever order it fires.
  queueMicrotask(() => event.target.dispatchEvent(new InputEvent("input", { bubbles: true })));
}, first);

document.addEventListener("input", (event) => {
  if (event.isComposing) event.stopImmediatePropagation();
}, first);

// Enter chooses a candidate; 229 is what Safari says just after the composition has ended.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.isComposing || event.keyCode === 229)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}, first);
