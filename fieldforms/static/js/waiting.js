/* Photos on their way to the server: kept in this browser until it has them, sent from whatever page their owner opens
   (body[data-owner]; nobody else's are looked at). Each tells how it stands by a "photo" event: waiting, sending, failed,
   done; or how it ended without arriving, which stays until the person discards it: late (its step was sealed), gone (no
   such draft any more), refused (no photo), unplaced (the server has it, its sheet must be opened to take it).

   On the page of its question the answer takes it there (photos.js); from elsewhere the server is told where it belongs. */

import { fetchWithin, headers, PHOTOS } from "./behave.js";
import { digest, smaller } from "./picture.js";
import { dropPhoto, keepPhoto, photos } from "./photo_store.js";
import { recall, remember } from "./unsent.js";

const AGAIN = 20_000;
const PATIENCE = 30_000; // with a request; and for the photo itself a road of 8 bytes a ms
const SLOWEST = 8;
const ENDS = { 400: "refused", 404: "gone", 409: "late", 413: "refused", 415: "refused", 422: "refused" };

const { owner } = document.body.dataset;
export const here = new Map(); // id → {id, owner, draft, name, url, page, sha, blob, state?}
let preparing = 0;

export const loaded = read();

async function read() {
  const kept = owner === undefined ? [] : await photos();
  kept.filter((photo) => photo.owner === owner).forEach(keep);
}

export function keep(photo) {
  if (!here.has(photo.id)) here.set(photo.id, { ...photo, owner });
  const known = here.get(photo.id);
  if (known.state === "unplaced" && !isApart(known)) delete known.state;
  tell(known, known.state ?? "waiting");
  send(known);
}

/** Files that were chosen for a question: {draft, name, url, page}. */
export async function add(files, about) {
  preparing += files.length; // before anything is awaited: who submits now waits for them
  for (const file of files) {
    // What cannot be read (any more) is no photo, and the others are.
    const refused = await prepare(file, about).then(() => null, () => ({ ...about, id: "", blob: file, state: "refused" }));
    preparing -= 1;
    tell(refused, refused ? refused.state : "");
  }
}

async function prepare(file, about) {
  const blob = await smaller(file);
  const sha = await digest(blob);
  const id = `${about.draft}/${about.name}/${sha || crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const photo = { ...about, id, owner, sha, blob };
  await keepPhoto(photo);
  keep(photo);
}

/** How many have not arrived yet of one draft. */
export function missingOf(draft) {
  const open = [...here.values()].filter((photo) => photo.draft === draft && (!photo.state || photo.state === "unplaced"));
  return open.length + preparing;
}

export function sendAll() {
  here.forEach(send);
}

addEventListener("online", sendAll);

async function send(photo) {
  if (photo.sending || photo.state || !here.has(photo.id)) return;
  photo.sending = true;
  const apart = isApart(photo);
  if (!apart) hold(photo.draft);
  else if (await isElsewhere(photo.draft)) return failed(photo);
  tell(photo, "sending");
  const response = await post(photo, apart).catch(() => null);
  const answer = response?.ok && await response.json().catch(() => null); // cut off: the same bytes are one photo, sent again
  if (answer) return arrived(photo, apart, answer);
  if (response && ENDS[response.status]) return end(photo, ENDS[response.status]);
  if (!response) document.dispatchEvent(new CustomEvent("lost"));
  failed(photo);
}

function post({ url, sha, name, blob }, apart) {
  const to = apart ? `?${new URLSearchParams({ to: name })}` : "";
  return fetchWithin(PATIENCE + blob.size / SLOWEST, `${url}/${sha || "_"}${to}`, {
    method: "POST",
    body: blob,
    headers: headers({ "Content-Type": blob.type || "application/octet-stream" }),
  });
}

function failed(photo) {
  photo.sending = false;
  photo.failed = true;
  tell(photo, "failed");
  clearTimeout(photo.timer);
  photo.timer = setTimeout(() => send(photo), AGAIN);
}

async function arrived(photo, apart, answer) {
  if (apart && answer.named === false) return end(photo, "unplaced");
  if (apart && answer.version) note(photo, answer);
  await dropPhoto(photo.id); // before anybody hears of it and leaves the page: the next would send it once more
  here.delete(photo.id);
  tell(photo, "done", answer.digest);
}

/** What this tab has kept of the draft is as new as the draft is now, and names the photo, too. */
function note({ draft, name }, { version, digest: kept }) {
  const key = `draft:${draft}`;
  const unsent = recall(key);
  if (!unsent || Number(unsent.version) !== version - 1) return;
  remember(key, { ...unsent, version, body: `${unsent.body}&${new URLSearchParams({ [name]: kept })}` });
}

async function end(photo, state) {
  const ended = { sending: false, state };
  if (state === "refused" && !isApart(photo)) await drop(photo); // its question says so, and the person has chosen it just now
  else await keepPhoto({ ...photo, ...ended });
  tell(Object.assign(photo, ended), state);
}

export async function drop(photo) {
  await dropPhoto(photo.id);
  here.delete(photo.id);
}

export const dropAll = () => Promise.all([...here.values()].map(drop));

function tell(photo, state, kept) {
  document.dispatchEvent(new CustomEvent("photo", { detail: { photo: photo ?? {}, state, digest: kept } }));
}

/** Is its question not on this page? */
export function isApart({ draft, name }) {
  return ![...document.querySelectorAll(PHOTOS)].some((place) => place.dataset.photos === name && place.closest("form")?.dataset.draft === draft);
}

// A form that is open in another tab sends its own: told by the server that its draft has changed, it would see a conflict.
// Without locks (plain http, before Safari 15.4) both send, and the conflict shows both versions.

const holding = new Set();

function hold(draft) {
  if (!navigator.locks || holding.has(draft)) return;
  holding.add(draft);
  navigator.locks.request(`draft:${draft}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

async function isElsewhere(draft) {
  if (!navigator.locks) return false;
  const { held } = await navigator.locks.query().catch(() => ({ held: [] }));
  return held.some(({ name }) => name === `draft:${draft}`);
}
