/* [data-phone-list], /phone: what waits here; and without a network which pages are kept, and why one looks at this one. */

import { fetchWithin, report } from "./behave.js";
import { momentOf } from "./now.js";
import { headOf } from "./phone.js";
import { sentencesNow } from "./phone_lasting.js";
import { followRooms, keptRooms } from "./phone_ready.js";
import { bringWords, showIn } from "./phone_state.js";

const { kept, missed, owner } = document.body.dataset;

export function begin(place) {
  showIn(place).catch(report);
  followRooms().catch(report);
  showHowLong().catch(report);
  if (kept) Promise.all([showPages(), showRooms()]).catch(report);
  if (!missed) return;
  document.querySelector(`[data-phone-missed="${missed}"]`).hidden = false;
  addEventListener("online", lookForNetwork);
  document.addEventListener("visibilitychange", () => document.hidden || lookForNetwork());
  setInterval(lookForNetwork, AGAIN);
  lookForNetwork();
}

async function showHowLong() {
  const place = document.querySelector("[data-phone-lasting]");
  for (const name of await sentencesNow()) place.querySelector(`[data-lasts="${name}"]`).hidden = false;
  place.hidden = false;
}

// What was wanted can be opened as soon as the server answers.

const AGAIN = 5_000;
const PATIENCE = 4_000;
const ICON = document.querySelector("link[rel=icon]").href; // by HEAD: the worker keeps it, too
const there = document.querySelector("[data-phone-there]");
let isAsked = false;

async function lookForNetwork() {
  if (isAsked || document.hidden || there.textContent) return;
  isAsked = true;
  const answer = await fetchWithin(PATIENCE, ICON, { method: "HEAD", cache: "no-store" }).catch(() => null);
  isAsked = false;
  if (answer && answer.ok) sayThere();
}

function sayThere() {
  there.textContent = there.dataset.phoneThere;
  if (missed === "lost") return; // what was pressed is not done again by itself: they go back and look
  document.querySelector(`[data-phone-missed="${missed}"]`).hidden = true;
  Object.assign(document.querySelector("[data-phone-wanted]"), { href: location.href, hidden: false });
}

async function showPages() {
  document.querySelector("[data-phone-offline]").hidden = false;
  const blank = (await bringWords()).content.querySelector("[data-phone-page]");
  const cache = await caches.open(`pages-${owner}`);
  for (const request of (await cache.keys()).reverse()) {
    const page = await cache.match(request, { ignoreVary: true });
    const there = new DOMParser().parseFromString(await page.text(), "text/html");
    const li = blank.cloneNode(true);
    Object.assign(li.querySelector("a"), { href: request.url, textContent: headOf(there) || there.title || request.url });
    li.querySelector("span").textContent = whenOf(there, page, li);
    document.querySelector("[data-phone-pages]").append(li);
  }
}

/** Of a sheet when it was begun; an empty one begins another each time. */
function whenOf(there, page, li) {
  const { asSheet, asNew, asPage } = li.dataset;
  const form = there.getElementById("draft");
  const since = form && form.dataset.since;
  if (form && !since) return asNew;
  return (since ? asSheet : asPage).replace("{time}", momentOf(Number(since || page.headers.get("X-Kept-At"))));
}

/** Each room with its devices, folded: there may be hundreds. */
async function showRooms() {
  const blank = (await bringWords()).content.querySelector("[data-phone-room]");
  const { list } = await keptRooms();
  for (const { name, devices, forms } of list ? list.rooms : []) {
    const room = blank.cloneNode(true);
    room.querySelector("summary").textContent = name;
    const begin = room.querySelector("[data-phone-begin]").content.textContent;
    room.querySelector("ul").append(...devices.map(lineOfPage), ...forms.map(([form, href]) => lineOfPage([begin.replace("{form}", form), href])));
    document.querySelector("[data-phone-rooms]").append(room);
  }
}

function lineOfPage([name, href]) {
  const li = document.createElement("li");
  li.append(Object.assign(document.createElement("a"), { href, textContent: name }));
  return li;
}

document.addEventListener("unsendable", (event) => {
  const { target } = event.detail || {};
  if (!target || !("phoneFind" in target.dataset)) return;
  event.preventDefault();
  location.assign(`/find?${new URLSearchParams(new FormData(target))}`); // the worker looks among what it keeps
});
