/* A form waits for its photos: what was pressed goes on by itself when they have arrived; when they don't, the person
   decides. Signing out says what would be lost. On any other page the same panel (panel.js) says what waits, and what
   came too late. */

import { choose, isOpen, show } from "./panel.js";
import { drop, here, isApart, loaded, missingOf, sendAll } from "./waiting.js";

export { add, keep } from "./waiting.js";

const SLOW = 6_000;
let held = null; // {form, button, asking}: what was pressed, and whether the person is asked
let word = null; // the form that goes without them: the person has said so
let pressed; // for browsers that do not name the submitter
let timer;

export const ready = loaded.then(tell);

document.addEventListener("photo", tell);
addEventListener("click", ({ target }) => { pressed = target.closest?.("[type=submit]"); }, { capture: true });
addEventListener("submit", (event) => {
  const [form, button] = [event.target, event.submitter ?? pressed];
  const allowed = form === word;
  word = null;
  if (allowed || !button || !countFor(form, button)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held = { form, button };
  wait();
}, { capture: true });

const isLeaving = (form) => form.matches("[data-forget]");

/** How many photos the form would leave behind. */
function countFor(form, button) {
  if (isLeaving(form)) return here.size;
  if (form.matches("[data-autosave]") && !button.matches("[data-go-on]")) return 0; // saved, not sealed
  return missingOf(form.dataset.holds ?? form.dataset.draft);
}

function wait() {
  held.asking = isLeaving(held.form);
  clearTimeout(timer);
  timer = setTimeout(() => { if (held) held.asking = true; tell(); }, SLOW);
  tell();
}

function tell() {
  if (held && !countFor(held.form, held.button)) return goOn();
  const all = [...here.values()];
  const ended = all.filter((photo) => photo.state);
  const n = held ? countFor(held.form, held.button) : all.filter((photo) => !photo.state && isApart(photo)).length;
  if (!n && !ended.length && !isOpen()) return;
  const stuck = all.some((photo) => photo.failed) && !all.some((photo) => photo.sending);
  const asking = held && (held.asking || stuck);
  const words = n && (asking ? (isLeaving(held.form) ? "leave" : "ask") : stuck ? "failed" : "sending");
  show({ n, words: words || "done", asking, ended, beside: held && held.button }).catch(giveUp);
}

/** The panel did not come, so there is no way to ask: the button works again when the network does. */
function giveUp() {
  if (!held) return;
  held = null;
  document.dispatchEvent(new CustomEvent("lost", { detail: "now" }));
}

/** The sheet on a check page was read without them: it is read once more. */
function goOn() {
  const { form, button } = held;
  held = null;
  if (form.matches("[data-reload]")) return location.reload();
  tell();
  button.click();
}

choose({
  wait,
  again() {
    sendAll();
    wait();
  },
  without() {
    const { form, button } = held;
    const said = form.elements.missing ?? form.appendChild(document.createElement("input"));
    Object.assign(said, { type: "hidden", name: "missing", value: countFor(form, button) });
    held = null;
    word = form;
    tell();
    button.click();
  },
  stay() {
    held = null;
    tell();
  },
  discard(id) {
    drop(here.get(id));
    tell();
  },
});
