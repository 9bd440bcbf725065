/* behave(selector, begin): begin(element) once for each element there is, and each that htmx brings later. */

const behaviours = [];

export function behave(selector, begin) {
  const behaviour = { selector, begin, begun: new WeakSet() };
  behaviours.push(behaviour);
  queueMicrotask(() => apply(behaviour)); // when the module that calls has all its names
}

function apply({ selector, begin, begun }) {
  for (const element of document.querySelectorAll(selector)) {
    if (begun.has(element)) continue;
    begun.add(element);
    begin(element);
  }
}

/** Elements that came since: htmx brought them, or a script copied them. */
export function begin() {
  behaviours.forEach(apply);
}

document.addEventListener("htmx:after:swap", begin);

/** Tell the form's other behaviours that values were changed by a script: scripts' changes fire no events. */
export function changed(element) {
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What our own fetches carry; the token lives as long as the session. */
export function headers(more = {}) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  return { "X-CSRFToken": token, "HX-Request": "true", "HX-Request-Type": "partial", ...more };
}
