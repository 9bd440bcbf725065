/* behave(selector, begin): begin(element) once for each element there is, and each that htmx brings later. One that fails is
   reported as any other error and takes no other with it. */

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
    try {
      begin(element);
    } catch (error) {
      report(error);
    }
  }
}

/** As if nobody had caught it: the console and whoever listens to `error` hear of it, the caller goes on. */
export function report(error) {
  setTimeout(() => { throw error; });
}

/** Says to the style sheet what works by now: it shows plain buttons and sentences until then (app.css, "without scripts"). */
export function alive(name) {
  const { dataset } = document.documentElement;
  dataset.alive = `${dataset.alive ?? ""} ${name}`.trim();
}

/** Elements that came since: htmx brought them, or a script copied them. */
export function beginNew() {
  behaviours.forEach(apply);
}

document.addEventListener("htmx:after:swap", beginNew);

/** Tell the form's other behaviours that values were changed by a script: scripts' changes fire no events. */
export function changed(element) {
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What our own fetches carry; the token lives as long as the session. */
export function headers(more = {}) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  return { "X-CSRFToken": token, "HX-Request": "true", "HX-Request-Type": "partial", ...more };
}
