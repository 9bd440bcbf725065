/* The phone's worker. It keeps the files that pages need, and of one person the pages that the server says may be kept
   (X-Keep, web/kept_pages.py), each under that person's name; without a network it shows them, else what lies on the phone
   (/phone). What is handed in and got no answer it keeps and sends later (phone_sender.js). The pages of its owner's rooms it
   fetches while nobody waits (phone_rooms.js).

   Nobody is shown a page of somebody else, and nobody any page while the phone is in a client's hands: whose it is the
   server says with every page (X-Owner): a number, "" nobody, "handed", "gone" (ended from elsewhere: all of theirs goes).
   Answers come in any order. Each change of hands has a number (facts, person.turn); what was asked before the last one
   says no more whose the phone is, and is not kept. */

"use strict";

const VERSION = "@version";
const SHELL = "@shell";
importScripts(...SHELL.filter((path) => /phone_(store|sender|rooms|lock|codes)\.js$/.test(path)).sort().reverse());

const { all, change, drop, dropPerson, dropSheet, get, keyOf, put, seal, turnNow, unseal } = self.phoneStore;
const { phoneLock } = self;
const FILES = `files-${VERSION}`;
const LANGUAGES = ["zh", "en"];
const PATIENCE = 6_000; // then a page that is kept is shown; where there is none one waits on
const MOST_PAGES = 60;
const PHONE = "/phone";
const SIGNING = "/phone/signing";
const ACCEPT = "text/html,application/xhtml+xml,*/*;q=0.8";
const NO_ANSWER = [502, 503, 504];
const SHEET = /^\/drafts\/([0-9a-f-]{36})$/;
const ENTRY = /^\/drafts\/([0-9a-f-]{36})\/entry$/;
const BEGINNING = /^\/forms\/[^/]+\/new$/;
const DEVICE = /^\/d\/([^/]+)$/i;
const CHANGES_HANDS = /^\/sign-(in|out)\b|^\/records\/[^/]+\/handover$|^\/handover\/return$/;

addEventListener("install", (event) => event.waitUntil(keepFiles().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(dropOldFiles().then(() => clients.claim())));
addEventListener("sync", (event) => event.waitUntil(sendNow()));
addEventListener("message", (event) => event.waitUntil(hear(event)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) return request.method === "GET" && event.respondWith(fileAt(event.request, url));
  if (url.pathname === SIGNING) phoneLock.lookAgain(); // the version before may have locked it just now
  const go = phoneLock.isOpen() ? passed(event, url) : locked(event, url);
  if (go) event.respondWith(go);
});

const fileAt = (request, url) => caches.match(url.href, { ignoreVary: true }).then((found) => found || fetch(request));

const passed = (event, url) => (event.request.method === "GET" ? readable(event, url) : event.request.mode === "navigate" && sent(event, url));

/** In a client's hands: whatever is asked for, their page (phone_lock.js). */
async function locked(event, url) {
  const row = await phoneLock.row();
  return (row && (await phoneLock.answer(event.request, row))) || passed(event, url) || fetch(event.request);
}

async function sendNow() {
  await self.phoneSender.sendAll(true);
  phoneLock.lookAgain();
}

async function hear({ data, ports: [port], source }) {
  const row = await phoneLock.row();
  if (data.send) await (row && row.spent ? phoneLock.answer({}, row) : sendNow());
  if (data.lock && !row) await handOver(data.lock, source, port);
  else if (data.unlock !== undefined) await takeBack(data.unlock, source, port);
  else if (port) port.postMessage({ state: (await phoneLock.row()) ? "locked" : "open" });
  else if (!row) await (data.rooms ? self.phoneRooms.refresh(source, data.rooms) : keepBehind(data.keep));
}

async function handOver(given, source, port) {
  const done = await phoneLock.lock(given).catch(() => ({ state: "full" }));
  if (done.state === "locked") await Promise.all([raiseTurn(), turnPages(source)]);
  port.postMessage(done);
}

async function takeBack(pin, source, port) {
  const done = await phoneLock.unlock(pin);
  if (done.state === "open") await Promise.all([raiseTurn(), turnPages(source)]);
  port.postMessage(done);
}

/** No other tab shows what it showed before. */
async function turnPages(source) {
  const others = (await clients.matchAll({ type: "window" })).filter(({ id }) => id !== source.id);
  await Promise.all(others.map((each) => each.navigate(PHONE).catch(() => {})));
}

function readable(event, url) {
  if (event.request.mode === "navigate") return pageFor(event, url);
  return url.pathname === PHONE && fetch(event.request).catch(() => phonePage());
}

// Files. Those of the version before stay: a page of it may be open. And those of each version that a kept page names.

async function keepFiles() {
  const cache = await caches.open(FILES);
  await cache.addAll(SHELL);
  await Promise.all(LANGUAGES.map((lang) => keepPhonePage(cache, lang)));
}

/** As nobody's: whose phone it is is written in when it is shown. */
async function keepPhonePage(cache, lang) {
  const answer = await fetch(`${PHONE}?lang=${lang}`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${PHONE} ${answer.status}`);
  await cache.put(`${PHONE}?lang=${lang}`, answer);
}

async function dropOldFiles() {
  const old = (await caches.keys()).filter((name) => name.startsWith("files-") && name !== FILES);
  const named = old.length > 1 ? await filesNamed() : new Set();
  await Promise.all(old.slice(0, -1).filter((name) => !named.has(name)).map((name) => caches.delete(name)));
}

/** The files' stores that kept pages name. */
async function filesNamed() {
  const { page = "" } = (await phoneLock.row()) || {};
  const found = new Set([filesIn(page)]);
  for (const store of (await caches.keys()).filter((name) => /^(pages|rooms)-/.test(name))) {
    const cache = await caches.open(store);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request, { ignoreVary: true });
      if (kept) found.add(kept.headers.get("X-Files") || filesIn(await textOf(kept)));
    }
  }
  return found;
}

/** "": it is no page. */
function filesIn(text) {
  const [, version] = /\/static\/([0-9a-f]+)\//.exec(text) || [];
  return version ? `files-${version}` : "";
}

// Pages.

async function pageFor(event, url) {
  const asked = askServer(url, event.request);
  event.waitUntil(asked.then(({ noted }) => noted, () => {}));
  const answer = await inTime(asked);
  if (answer && !NO_ANSWER.includes(answer.status)) return answer;
  const kept = await keptPage(url).catch(() => null);
  return kept || asked.then((late) => late.answer, () => phonePage(url));
}

const inTime = (asked) => Promise.race([
  asked.then(({ answer }) => answer, () => null),
  new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); }),
]);

/** {answer, noted}: as the browser would ask, and by whom. */
async function askServer(url, request, more = {}) {
  const headers = { Accept: ACCEPT, "X-Worker": "1" };
  const cache = request && request.cache !== "only-if-cached" ? request.cache : "default";
  const asked = turnNow().catch(() => null);
  const at = Date.now();
  const answer = await fetch(url.href, { headers, cache, redirect: "manual", credentials: "same-origin", ...more });
  const copy = answer.headers.has("X-Keep") && !more.priority ? answer.clone() : null;
  const noted = note(url, answer, copy && { copy, at }, asked);
  const written = noted.catch(() => {}).then(() => { noting.delete(written); });
  noting.add(written);
  return { answer, at, noted };
}

const noting = new Set(); // what pages have said and is being written down

/** Whose the phone is as the last page has said it: none waited for that, what is shown from here does (a while: a road may
    be cut in the middle of a page). */
async function personNow() {
  await Promise.race([Promise.all(noting), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
  return get("facts", "person");
}

const keepBehind = (address) => askServer(new URL(address, location.origin)).then(({ noted }) => noted).catch(() => {});

/** {owner, turn}: whose the phone is by this answer; null where it says nothing, or no more. */
async function note(url, answer, copy, asked) {
  const owner = answer.headers.get("X-Owner");
  if (owner === null) return answer.type === "opaqueredirect" ? forgetSheet(url) : null;
  const turn = await changeHands(owner, answer.headers.get("X-Lang"), await asked);
  if (turn === null) return null;
  if (answer.headers.has("X-Drop")) await dropPage(owner, nameOf(url));
  else if (copy && answer.status === 200) await keepVisited(url, { owner, turn }, copy);
  return { owner, turn };
}

/** A sheet whose address leads on is no longer one to fill. */
async function forgetSheet(url) {
  const [, draft] = SHEET.exec(url.pathname) || [];
  const person = draft && (await get("facts", "person"));
  if (person) await dropSheet(person.owner, draft);
  return null;
}

/** The number of this turn; null for what was asked in an earlier one. */
async function changeHands(owner, lang, asked) {
  const isPerson = /\d/.test(owner);
  const [before, now] = await change("facts", "person", (person = {}) => {
    const { turn = 0, last } = person;
    if (turn !== asked) return null;
    if (person.owner === owner && person.lang === lang) return person;
    return { ...person, id: "person", owner, last: isPerson ? owner : last, lang, turn: person.owner === owner ? turn : turn + 1 };
  });
  if (!now) return null;
  if (owner === "handed") return now.turn; // nothing is shown meanwhile, see keptPage
  if (owner === "gone" && now.last) await forgetPerson(now.last, !before || before.owner !== owner);
  if (!isPerson) await drop("facts", "key");
  await Promise.all((await caches.keys()).filter((name) => /^(pages|rooms)-/.test(name) && !storesOf(owner).includes(name)).map((name) => caches.delete(name)));
  return now.turn;
}

/** What tabs remember only they can forget. */
async function forgetPerson(person, isNews) {
  await dropPerson(person);
  if (isNews) for (const each of await clients.matchAll({ type: "window", includeUncontrolled: true })) each.postMessage({ gone: person });
}

const raiseTurn = () => change("facts", "person", (person) => person && { ...person, turn: (person.turn || 0) + 1 }).catch(() => {});

async function isStill({ owner, turn }) {
  const person = await get("facts", "person");
  return !!person && person.owner === owner && person.turn === turn;
}

/** What an address stands for: /D/CODE is /d/code, however it is written, and a sheet that is begun is the same one under any name. */
function nameOf(url) {
  const name = new URL(url.pathname, location.origin);
  if (DEVICE.test(name.pathname)) name.pathname = `/d/${typedCode(url).code || typedCode(url).text}`.toLowerCase();
  if (name.pathname.startsWith("/forms/")) for (const [key, value] of url.searchParams) if (!["draft", "another"].includes(key)) name.searchParams.append(key, value);
  return name.href;
}

const storesOf = (owner) => [`pages-${owner}`, `rooms-${owner}`]; // what was opened, and what phone_rooms.js fetched

const dropPage = (owner, name) => Promise.all(storesOf(owner).map(async (store) => (await caches.has(store)) && (await caches.open(store)).delete(name)));

async function keepVisited(url, hands, { copy, at }) {
  const store = `pages-${hands.owner}`;
  if (!(await keepIn(store, nameOf(url), hands, copy, { "X-Kept-At": at }))) return;
  const cache = await caches.open(store);
  const names = await cache.keys(); // the newest stands last
  await Promise.all(names.slice(0, -MOST_PAGES).map((name) => cache.delete(name)));
}

/** Whether it lies there now. What was asked later says what is newer, whenever it is answered. Throws where there is no room:
    what lay there stays. */
async function keepIn(store, name, hands, answer, more) {
  const headers = new Headers(answer.headers);
  for (const each of ["Content-Encoding", "Content-Length"]) headers.delete(each);
  for (const [each, value] of Object.entries(more)) headers.set(each, value);
  const text = await answer.text();
  headers.set("X-Files", filesIn(text));
  const body = headers.has("X-Packed") ? await packed(text) : text;
  if (!(await isStill(hands))) return false;
  const cache = await caches.open(store);
  const known = await cache.match(name, { ignoreVary: true });
  if (!known || Number(known.headers.get("X-Kept-At")) <= more["X-Kept-At"]) await cache.put(name, new Response(body, { headers }));
  if (await isStill(hands)) return true;
  await caches.delete(store);
  return false;
}

const packed = (text) => new Response(new Response(text).body.pipeThrough(new CompressionStream("gzip"))).blob();
const textOf = (kept) => (kept.headers.has("X-Packed") ? new Response(kept.body.pipeThrough(new DecompressionStream("gzip"))) : kept).text();

const keptAt = (kept) => Number(kept.headers.get("X-Kept-At"));

/** {kept, start}: the newest of what lies here for this address. */
async function newestKept(owner, url) {
  const found = storesOf(owner).map((cacheName) => caches.match(nameOf(url), { cacheName, ignoreVary: true }).then((kept) => kept && { kept }));
  const begun = BEGINNING.test(url.pathname) ? [self.phoneRooms.beginningAt(owner, url)] : [];
  const all = (await Promise.all([...found, ...begun])).filter((each) => each && each.kept);
  return all.sort((one, other) => keptAt(other.kept) - keptAt(one.kept))[0];
}

async function keptPage(url) {
  const person = await personNow();
  if (!person || !/\d/.test(person.owner)) return null;
  if (url.pathname === "/find") url = new URL(`/d/${encodeURIComponent(typedCode(url).code || "-")}`, location.origin);
  const found = await newestKept(person.owner, url);
  if (!found) return null;
  const { kept, start } = found;
  const begins = BEGINNING.test(url.pathname);
  const own = withOwnNames(await textOf(kept), url.searchParams.get("draft"), begins);
  const text = begins ? await self.phoneRooms.beginThere(person.owner, url, own, start) : own;
  const headers = new Headers(kept.headers);
  headers.delete("X-Packed");
  return new Response(text.replace("<body", `<body data-kept="${keptAt(kept)}"`), { headers });
}

/** {text, code} or {text, wrong}: what the address of a device, or the field for a code, says. */
function typedCode(url) {
  const [, part] = DEVICE.exec(url.pathname) || [];
  const text = part ? decoded(part) : url.searchParams.get("code") || "";
  return { text, ...self.phoneCodes.readCode(text) };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone %
  }
}

/** Each time it is shown, it is another tab's; and a sheet that is begun is another one, unless the address has its name. */
function withOwnNames(text, draft, begins) {
  const names = [[/name="editor" value="([0-9a-f-]{36})"/, newUuid()]];
  if (begins) names.push([/data-draft="([0-9a-f-]{36})"/, draft || newUuid()], [/name="record" value="([0-9a-f-]{36})"/, newUuid()]);
  return names.reduce((all, [place, name]) => (place.test(all) ? all.split(place.exec(all)[1]).join(name) : all), text);
}

function newUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What lies on this phone, for the person whose it is now; `url`: what was wanted and is not here. */
async function phonePage(url) {
  const person = (await personNow().catch(() => null)) || { owner: "" };
  const lang = LANGUAGES.includes(person.lang) ? person.lang : LANGUAGES[0];
  const found = await caches.match(`${PHONE}?lang=${lang}`, { ignoreVary: true });
  if (!found) return Response.error();
  const owner = person.owner === "handed" ? "" : ` data-owner="${/\d/.test(person.owner) ? person.owner : ""}"`;
  const missed = url && url.pathname !== PHONE ? ` data-missed="${whatIsMissing(url)}"` : "";
  const text = (await found.text()).replace(' data-owner=""', `${owner} data-kept="${Date.now()}"${missed}`);
  return new Response(text, { status: url ? 503 : 200, headers: found.headers });
}

function whatIsMissing(url) {
  if (url.searchParams.has("lost")) return "lost";
  if (url.pathname !== "/find" && !DEVICE.test(url.pathname)) return "page";
  const { wrong } = typedCode(url);
  return wrong === "length" ? wrong : wrong ? "code" : "right";
}

// What is sent from a page. Without an answer the page is not lost to the browser's own error.

async function sent(event, url) {
  const { request } = event;
  const [, draft] = ENTRY.exec(url.pathname) || [];
  const isPlain = (request.headers.get("Content-Type") || "").startsWith("application/x-www-form-urlencoded");
  const body = draft && isPlain ? request.clone().text() : null;
  const begins = CHANGES_HANDS.test(url.pathname) ? raiseTurn : () => {};
  try {
    await begins();
    const answer = await fetch(request);
    await begins(); // what was asked meanwhile may have been answered before
    return answer;
  } catch {
    const kept = body && (await keepSheet(draft, url, await body).catch(() => false));
    return Response.redirect(kept ? PHONE : `${PHONE}/lost?lost=1`, 303);
  }
}

/** Its answer may be lost, and the sheet be there: sent again it is the same one. A client's part is not kept. */
async function keepSheet(draft, url, body) {
  const person = await get("facts", "person");
  const key = person && /\d/.test(person.owner) && (await keyOf(person.owner));
  if (!key) return false;
  const copy = (await all("drafts")).find((row) => row.draft === draft && row.owner === person.owner);
  const { title = "", since } = copy ? await unseal(key, copy) : {};
  const sealed = await seal(key, { action: url.pathname, body, title, since, said: [] });
  await put("outbox", { id: draft, record: draft, owner: person.owner, at: Date.now(), state: "waiting", ...sealed });
  if (registration.sync) await registration.sync.register("outbox").catch(() => {});
  return true;
}
