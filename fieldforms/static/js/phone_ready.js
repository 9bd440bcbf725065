/* [data-phone-ready] on the first page brings the phone's worker (root/sw.js) where the browser has one. [data-rooms] says how far
   this phone is ready for the rooms of its owner; the worker fetches what lacks when the page is there and nobody waits, over
   a metered connection only after a tap. What may not stay goes in any case, also from the phone of who keeps no rooms. */

import { report } from "./behave.js";
import { momentOf } from "./now.js";
import { askToStay, whatIsMissing } from "./phone_lasting.js";

const LIST = "/phone/rooms";
const TOLD = "told-unable";
const IDLE = 2_000; // after the page is there: no browser of the floor says when it is idle
const AGAIN = 60_000; // after it did not come
const { owner } = document.body.dataset;
const { serviceWorker } = navigator;

export function begin(_place) {
  if (serviceWorker) serviceWorker.register("/sw.js").catch(() => {}); // private windows
  followRooms().catch(report);
}

/** The page says how it stands from now on. */
export async function followRooms() {
  const place = document.querySelector("[data-rooms]");
  if (!serviceWorker) return place && sayOnce(place);
  serviceWorker.addEventListener("message", ({ data }) => data.rooms && hear(place, data.rooms).catch(report));
  if (place) {
    place.querySelector("[data-rooms-now]").addEventListener("click", () => ask("now").catch(report));
    const { lacks } = await show(place);
    if (isMetered() && lacks) say(place, "metered");
  }
  if (!(place && place.dataset.rooms) && !(await keepsAnything())) return;
  await loaded();
  askIn(IDLE);
}

const keepsAnything = async () => !!owner && !!globalThis.caches && (await caches.keys()).some((name) => [`pages-${owner}`, cacheName].includes(name));

let waits = 0;

function askIn(ms) {
  clearTimeout(waits);
  waits = setTimeout(() => navigator.onLine && ask(isMetered() ? "list" : "quietly").catch(report), ms);
}

/** What is missing here, on the first page once; /phone says it each time. */
function sayOnce(place) {
  const missing = whatIsMissing();
  if (!place.dataset.rooms || localStorage.getItem(TOLD) === missing) return;
  localStorage.setItem(TOLD, missing);
  place.hidden = false;
  put(place, "[data-rooms-stand]", wordsOf(place, "unable", {}));
  place.querySelector("[data-rooms-now]").hidden = true;
  place.querySelector("[data-rooms-more]").hidden = false;
}

const loaded = () => new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else addEventListener("load", resolve, { once: true });
});

const isMetered = () => !!navigator.connection && (navigator.connection.saveData || navigator.connection.type === "cellular");

async function ask(rooms) {
  const { active } = await serviceWorker.ready;
  active.postMessage({ rooms });
}

async function hear(place, { state, n, of, wait }) {
  if (state === "soon") return askIn(wait);
  if (["network", "hands"].includes(state)) askIn(AGAIN);
  if (!place) return;
  if (state === "busy") return say(place, "busy", { n, of });
  await show(place);
  if (state === "listed") return say(place, "metered");
  if (state !== "done") return say(place, state);
  await askToStay();
}

/** What lies here, and since when; a page that the browser has thrown away since is missing. */
async function show(place) {
  const found = await look();
  const state = !found.of && found.lacks ? "none" : found.n ? "lacking" : found.lacks ? "older" : found.rooms ? "ready" : "nothing";
  place.hidden = state === "none" ? !place.dataset.rooms : state === "nothing" && !found.left.length;
  put(place, "[data-rooms-stand]", wordsOf(place, state, found));
  put(place, "[data-rooms-left]", found.left.map((each) => wordsOf(place, each.rooms ? "rooms-left" : "devices-left", each)).join("\n"));
  say(place, "");
  return found;
}

const cacheName = `rooms-${owner}`;

/** {list, done: UTC ms, 0 while it was never all here}; {} where there is none of this page's person. */
export async function keptRooms() {
  const found = owner && globalThis.caches && (await caches.match(LIST, { cacheName, ignoreVary: true }));
  return found ? { list: await found.json(), done: Number(found.headers.get("X-Done")) } : {};
}

/** {rooms, left, of, n: how many of its pages lack, time, lacks} */
async function look() {
  const { list, done } = await keptRooms();
  if (!list) return { lacks: true, left: [] };
  const there = await whatIsThere();
  const named = [...list.rooms.map(({ pages }) => pages), list.signing || {}].flatMap(Object.keys).map((address) => new URL(address, location.href).href.toLowerCase());
  const n = named.filter((address) => !there.has(address)).length;
  return { rooms: list.rooms.length, left: list.left_out || [], of: named.length, n, time: momentOf(done), lacks: n > 0 || !done };
}

/** Addresses; without those that name scripts which are not here (root/sw.js, X-Files): such a page would open and do nothing. */
async function whatIsThere() {
  const [cache, stores] = [await caches.open(cacheName), await caches.keys()];
  const lies = async ({ url }) => {
    const kept = await cache.match(url, { ignoreVary: true });
    const files = kept && kept.headers.get("X-Files");
    return kept && (!files || stores.includes(files)) ? url.toLowerCase() : "";
  };
  return new Set(await Promise.all((await cache.keys()).map(lies)));
}

function say(place, state, values = {}) {
  put(place, "[data-rooms-said]", state ? wordsOf(place, state, values) : "");
}

function put(place, selector, text) {
  const line = place.querySelector(selector);
  line.textContent = text;
  line.hidden = !text;
}

function wordsOf(place, state, values) {
  const words = place.querySelector("[data-rooms-words]").content.querySelector(`[data-room-says="${state}"]`).textContent;
  return words.replace(/{(\w+)}/g, (_all, name) => values[name]);
}
