/* A form waits for its photos: what was pressed goes on by itself when they have arrived; when they don't, the person
   decides. On any page the panel (panel.js) says what waits, and what came too late. */

import { choose, isOpen, show } from "./panel.js";
import { sendWaiting, unsavedHere, waitingRows } from "./phone.js";
import { forget, forgetInTime } from "./unsent.js";
import { drop, dropAll, here, isApart, loaded, missingOf, sendAll } from "./waiting.js";

export { add, keep } from "./waiting.js";

const SLOW = 6_000;
const SOON = 1_000;
let held = null; // {form, button, asking}: what was pressed, and whether the person is asked
let word = null; // the form that goes without them: the person has said so
let pressed; // for browsers that do not name the submitter
let timer;
let stale = false; // a photo has come to the sheet that this page shows without it

let copies = 0; // of drafts and sheets that wait on this phone (phone.js)

export const ready = Promise.all([loaded, recount()]).then(tell);

async function recount() {
  const rows = await waitingRows().catch(() => []);
  copies = rows.filter(({ state }) => state !== "done").length + unsavedHere().length;
}

for (const kind of ["phone", "remember"]) document.addEventListener(kind, () => held && isLeaving(held.form) && recount().then(tell));

document.addEventListener("photo", ({ detail: { photo, state } }) => {
  stale = stale || (state === "done" && [...document.forms].some(({ dataset }) => "reload" in dataset && dataset.holds === photo.draft));
  tell();
});
addEventListener("click", ({ target }) => { pressed = target.closest?.("[type=submit]"); }, { capture: true });
addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter ?? pressed ?? form.querySelector("[type=submit]");
  const allowed = form === word;
  word = null;
  if (allowed || !button || !(isLeaving(form) || countFor(form, button))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held = { form, button };
  wait();
}, { capture: true });

const isLeaving = (form) => "forget" in form.dataset;

/** How much the form would leave behind: photos; of whoever signs out everything. */
function countFor(form, button) {
  if (isLeaving(form)) return here.size + copies;
  if ("autosave" in form.dataset && !button.matches("[data-go-on]")) return 0; // saved, not sealed
  return missingOf(form.dataset.holds ?? form.dataset.draft);
}

function wait() {
  if (!held) return;
  held.asking = isLeaving(held.form);
  if (held.asking) sendFirst();
  clearTimeout(timer);
  timer = setTimeout(() => { if (held) held.asking = true; tell(); }, SLOW);
  tell();
}

function sendFirst() {
  for (const form of unsavedHere()) form.dispatchEvent(new Event("released")); // autosave.js saves it now
  sendWaiting(true).then((came) => { if (came === "busy" && held) setTimeout(sendFirst, SOON); }); // another tab is at it
}

function tell() {
  const all = [...here.values()];
  if (stale && !all.some((photo) => photo.sending)) return location.reload(); // to be read once more, before it is sealed
  if (held && !countFor(held.form, held.button)) return goOn();
  const ended = all.filter((photo) => photo.state);
  const n = held ? countFor(held.form, held.button) : all.filter((photo) => !photo.state && isApart(photo)).length;
  if (!n && !ended.length && !isOpen()) return;
  const stuck = all.some((photo) => photo.failed) && !all.some((photo) => photo.sending);
  const asking = held && (held.asking || stuck);
  const words = n && (asking ? (isLeaving(held.form) ? (copies ? "lose" : "leave") : "ask") : stuck ? "failed" : "sending");
  const rest = ended.length ? "ended" : "done";
  show({ n: n || ended.length, words: words || rest, asking, ended, beside: held && held.button }).catch(giveUp);
}

/** The panel did not come, so there is no way to ask: the button works again when the network does. */
function giveUp() {
  if (!held) return;
  held = null;
  document.dispatchEvent(new CustomEvent("lost", { detail: "now" }));
}

async function goOn() {
  const { form, button } = held;
  held = null;
  tell();
  if (isLeaving(form)) {
    await forgetInTime();
    word = form;
  }
  button.click();
}

choose({
  wait,
  again() {
    sendAll();
    wait();
  },
  without() {
    if (stale) return location.reload();
    if (!held) return; // said already, and the page did not leave
    const { form, button } = held;
    if (isLeaving(form)) return Promise.all([dropAll(), forget()]).then(recount).then(tell); // then nothing waits any more
    const said = form.elements.missing ?? form.appendChild(document.createElement("input"));
    Object.assign(said, { type: "hidden", name: "missing", value: countFor(form, button) });
    said.dataset.unsaved = "";
    held = null;
    word = form;
    button.click();
  },
  stay() {
    held = null;
    tell();
  },
  async discard(id) {
    await drop(here.get(id));
    tell();
  },
});
