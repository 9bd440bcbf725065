/* Drafts of forms that save themselves, kept on this phone from change to change: they outlive the tab and the browser, and
   their owner finds them on every page. A copy goes when the server has it; the last one it has stays, for a page that is
   opened without a network, until the step is handed in.

   What tabs write lies apart (draft/editor): whoever comes back takes over the newest copy that no open tab holds. */

import "./phone_store.js";
import "./phone_sender.js"; // after what it takes from there
import { fetchWithin, headers, report } from "./behave.js";
import { bodyOf } from "./body.js";
import { dropPhoto, photos } from "./photo_store.js";
import { leaveTab } from "./tab.js";
import { mayWait, noteWaiting, recall, remember } from "./unsent.js";

const { sendAll } = globalThis.phoneSender;
const { all, drop, dropSheet, get, keyOf, put, seal, swap, takeKey, turnNow, unseal } = globalThis.phoneStore;
const PATIENCE = 8_000;
const { owner, begun, kept: keptAt } = document.body.dataset; // keptAt: this page comes from the worker's store, without a network

const draftForm = (draft) => [...document.forms].find(({ dataset }) => "autosave" in dataset && dataset.draft === draft);
const isMine = (row) => row.owner === owner;

let found = null;

/** What seals this person's copies; null where there is none: nobody signed in, plain http, a browser that keeps nothing. */
export function ownKey() {
  found = found || findKey().catch(() => {
    found = null; // no network yet
    return null;
  });
  return found;
}

async function findKey() {
  if (!owner || !globalThis.crypto?.subtle) return null;
  const known = await keyOf(owner);
  if (known) return known;
  const turn = await turnNow();
  const response = await fetchWithin(PATIENCE, "/phone/key", { headers: headers() });
  const told = response.ok && !response.redirected ? await response.json() : {};
  if (told.owner !== owner) throw new Error("somebody else");
  return takeKey(told, turn);
}

// Keeping. One after the other, the newest state of each draft.

const changed = new Map(); // draft → what is to be kept, null: the server has it
let writing = Promise.resolve();

document.addEventListener("remember", ({ detail: { key, value } }) => {
  const [kind, draft] = key.split(":");
  if (kind === "draft" && draftForm(draft)) keep(draft, value);
});

for (const { dataset } of document.forms) {
  const value = "autosave" in dataset && recall(`draft:${dataset.draft}`);
  if (value) keep(dataset.draft, value); // from before this script came
}

function keep(draft, value) {
  changed.set(draft, value);
  writing = writing.then(() => write(draft)).catch((error) => (error?.name === "QuotaExceededError" ? sayFull(draft, value) : report(error)));
}

/** It stays in this tab, and is tried again; what was kept before is kept. */
function sayFull(draft, value) {
  if (!changed.has(draft)) changed.set(draft, value);
  document.dispatchEvent(new CustomEvent("phone", { detail: "full" }));
}

async function write(draft) {
  if (!changed.has(draft)) return;
  const key = await ownKey();
  const form = draftForm(draft);
  if (!key || !form) return;
  const value = changed.get(draft);
  changed.delete(draft);
  const copy = value ?? { body: bodyOf(form), version: form.elements.version.value, editor: form.elements.editor.value };
  const id = `${draft}/${copy.editor}`;
  take(id);
  if (value) noteWaiting(true);
  form.dataset.since = form.dataset.since || Date.now();
  const sealed = await seal(key, { ...copy, url: form.getAttribute("action"), ...namesOf(form) });
  await put("drafts", { id, draft, owner, at: Date.now(), confirmed: !value, ...sealed });
  await dropTakenOver(draft, id);
  sayKept(form, value);
  document.dispatchEvent(new Event("phone"));
}

/** What this page took over from another tab stands in its own copy now. */
async function dropTakenOver(draft, own) {
  for (const [id, held] of taken) if (id !== own && id.startsWith(`${draft}/`) && (await held)) await drop("drafts", id);
}

const behind = new Set(); // addresses of this page that the worker was asked to keep

/** The page says that it lies here; and its new address can be opened without a network as soon as the server knows it. */
function sayKept(form, value) {
  const status = document.getElementById("save-status");
  status.dataset.failed = status.dataset.onPhone;
  if (status.dataset.state === "failed") status.textContent = status.dataset.failed; // it was said before this was kept
  const address = form.getAttribute("action");
  if (value || behind.has(address)) return;
  behind.add(address);
  navigator.serviceWorker?.controller?.postMessage({ keep: address });
}

/** What a list tells it from others by: {title, since: UTC ms, when it was begun}. */
export const namesOf = (form) => ({ title: headOf(document) || form.dataset.draft, since: Number(form.dataset.since) || Date.now() });

/** What stands at a page's head, and the devices that its sheet is about, in a line. */
export function headOf(page) {
  const lines = page.querySelectorAll(".page-head h1, .page-head .soft, .devices input:checked + span b");
  return [...new Set([...lines].map((line) => line.textContent.trim().replace(/\s+/g, " ")))].filter(Boolean).join(" · ");
}

// Finding again.

/** Put the newest copy of this draft that no open tab holds where autosave.js looks. */
export async function bring(draft) {
  if (begun) (await import("./phone_begun.js")).begin(draftForm(draft), JSON.parse(begun));
  const own = recall(`draft:${draft}`);
  if (own) return void take(`${draft}/${own.editor}`);
  const key = await ownKey();
  const rows = key ? (await all("drafts")).filter((row) => row.draft === draft && isMine(row) && (keptAt || !row.confirmed)) : [];
  for (const row of rows.sort((one, other) => other.at - one.at)) {
    if (!(await take(row.id)) && !(await takeLate(row.id))) continue;
    const { body, version, editor, since } = await unseal(key, row);
    if (since) draftForm(draft).dataset.since = since;
    return remember(`draft:${draft}`, { body, version, editor });
  }
  await bringRefused(draft, key);
}

/** What was handed in and refused is the draft's newest state. */
async function bringRefused(draft, key) {
  const row = key && (await get("outbox", draft));
  if (!row || !isMine(row) || row.state !== "refused") return;
  const body = new URLSearchParams((await unseal(key, row)).body);
  if (body.has("whole")) remember(`draft:${draft}`, { body: body.toString(), version: body.get("version"), editor: body.get("editor") });
}

const taken = new Map(); // a copy's id → whether this page holds it

/** One page holds a copy at a time. Browsers without locks can't tell: a conflict shows both versions then. */
function take(id) {
  if (!navigator.locks) return true;
  if (!taken.has(id)) taken.set(id, new Promise((resolve) => {
    navigator.locks.request(`copy:${id}`, { ifAvailable: true }, (lock) => {
      resolve(!!lock);
      return lock && new Promise(() => {});
    }).catch(() => resolve(true));
  }));
  return taken.get(id);
}

const LATE = 1_500;

/** A tab that is being closed holds what it had for a moment longer. */
function takeLate(id) {
  taken.set(id, new Promise((resolve) => {
    const control = new AbortController();
    setTimeout(() => control.abort(), LATE);
    const hold = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(`copy:${id}`, { signal: control.signal }, hold).catch(() => resolve(false));
  }));
  return taken.get(id);
}

/** What waits here for the server, newest first: {id, draft, at, title, url, state, status, …}, this page's own form left out. */
export async function waitingRows() {
  const key = await ownKey();
  if (!key) return [];
  const sheets = (await all("outbox")).filter(isMine);
  const isHandedIn = ({ draft }) => sheets.some((sheet) => sheet.id === draft);
  const drafts = (await all("drafts")).filter((row) => isMine(row) && !row.confirmed && !draftForm(row.draft) && !isHandedIn(row));
  const copies = drafts.map((row) => ({ ...row, state: row.refused ? "refused" : "draft", status: row.refused }));
  const opened = [...sheets, ...copies].map(async (row) => ({ ...row, ...(await unseal(key, row)) }));
  return (await Promise.all(opened)).sort((one, other) => other.at - one.at);
}

// Sending: when a page comes, a network, somebody who looks; else from time to time.

const LONGEST = 30 * 24 * 3_600_000; // what the server has, and nobody came back to
const AGAIN = 5_000; // looks only; phone_sender.js knows what is due
const SOON = 3_000;

/** What came of it: phone_sender.js. */
export async function sendWaiting(now) {
  for (const [draft, value] of changed) keep(draft, value); // what could not be sealed yet
  const outcome = await sendAll(now).catch(() => "network");
  if (outcome === "later") return outcome;
  if (outcome === "gone") leaveTab(owner);
  document.dispatchEvent(new CustomEvent("phone", { detail: outcome }));
  if (["held", "busy"].includes(outcome)) setTimeout(() => sendWaiting(), SOON); // a tab that is closed lets go a moment later
  return outcome;
}

// Forgetting.

/** Of one draft, or everything of whoever is signed in: copies, photos, and the key to them. */
export async function forget(draft) {
  await forgetCopies((row) => (draft ? (row.draft || row.id) === draft : isMine(row)));
  if (draft) await dropSheet(owner, draft);
  for (const photo of await photos(draft)) if (draft || (photo.owner ?? owner) === owner) await dropPhoto(photo.id);
  if (!draft) await drop("facts", "key").catch(() => {});
}

async function forgetCopies(isOne) {
  for (const name of ["drafts", "outbox"]) {
    for (const row of await all(name).catch(() => [])) if (isOne(row)) await drop(name, row.id);
  }
}

/** Of this page's own forms, what the server has not confirmed. */
export const unsavedHere = () => [...document.forms].filter(({ dataset }) => "autosave" in dataset && recall(`draft:${dataset.draft}`));

/** A row that its owner has read. */
export async function discard(row) {
  await drop("confirmed" in row ? "drafts" : "outbox", row.id);
  document.dispatchEvent(new Event("phone"));
}

/** What went with a plain submit has no answer to its page, but a higher version on the next one: the server has it. */
async function settleSent({ dataset, elements }) {
  const key = await ownKey();
  for (const row of (await all("drafts")).filter((each) => each.draft === dataset.holds && isMine(each) && !each.confirmed)) {
    const { sent, version } = await unseal(key, row);
    if (sent && Number(elements.version.value) > Number(version)) await swap("drafts", row, { ...row, confirmed: true });
    else await take(row.id); // not sent beside what is pressed here
  }
}

async function begin() {
  if (owner === "" && !keptAt) await drop("facts", "key"); // whoever was signed in no longer is
  const { dataset } = document.getElementById("main");
  if (dataset.finished) await forget(dataset.finished); // before anything of it is sent once more
  if (dataset.handedIn) await forgetCopies((row) => (row.draft || row.id) === dataset.handedIn); // late photos stay, to be told
  if (dataset.handedIn) await dropSheet(owner, dataset.handedIn);
  await forgetCopies((row) => row.at < Date.now() - LONGEST && (row.confirmed || row.state === "done"));
  const waiting = await photos();
  if (waiting.length) import("./hold.js").catch(report);
  const checking = [...document.forms].find(({ dataset }) => "holds" in dataset);
  if (checking) await settleSent(checking);
  if (isFilling || checking) import("./phone_handing.js").catch(report);
  const rows = [...(await all("drafts")), ...(await all("outbox"))];
  if (!waiting.length && rows.every((row) => row.confirmed)) noteWaiting(false);
  addEventListener("online", () => sendWaiting(true));
  document.addEventListener("visibilitychange", () => document.hidden || sendWaiting());
  setInterval(() => sendWaiting(), AGAIN);
  await import("./phone_state.js").then(({ show }) => show()).catch(report); // before what waits has gone
  return sendWaiting(true);
}

const isFilling = [...document.forms].some(({ dataset }) => "autosave" in dataset);
if (isFilling) ownKey(); // while there is a network
if (mayWait()) begin().catch(() => {}); // a browser that keeps nothing
