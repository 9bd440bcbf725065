/* The pages of its owner's rooms, kept by the phone's worker while nobody waits: the server names them with their digests
   (web/filling/kept_rooms.py), and what has another digest is fetched, one after the other, packed where the browser can. A
   sheet at a device begins on the empty page of its room, with what the register answers at that device.

   They lie in `rooms-<owner>`; the list beside them carries X-Done (UTC ms) once all of it lies there. What else its owner
   has opened (`pages-<owner>`) says what it is about (X-About); the list says whether it may stay.

   No module, as phone_store.js; what it calls beside that is root/sw.js's. */

self.phoneRooms = (() => {
  const LIST = "/phone/rooms";
  const AGAIN = 60_000; // ms: the list is not asked for at once by each page
  const LEAST_FREE = 50_000_000; // bytes: what people write comes first
  const tried = new Map(); // owner → UTC ms
  let running = null; // {asked, end}

  /** `asked`: "now", "quietly", or "list": what must go goes, and nothing else is fetched. Tells `page` {rooms: {state, …}}: "busy"
      (n, of) as it goes, "done", "listed" (something is not fetched), "soon" (asked a moment ago: again in `wait` ms), or why it
      ended before: "network", "full", "hands" (somebody else's phone by now, or nobody's). */
  async function refresh(page, asked) {
    const tell = (said) => page && page.postMessage({ rooms: said });
    const { owner } = (await personNow()) || {};
    if (asked === "now") while (running && running.asked === "list") await running.end;
    const wait = (tried.get(owner) || 0) + AGAIN - Date.now();
    if (!running && asked !== "now" && wait > 0) return tell({ state: "soon", wait });
    if (!running) begin(tell, asked, owner);
    tell(await running.end);
  }

  function begin(tell, asked, owner) {
    tried.set(owner, Date.now());
    const end = fetchAll(tell, asked).catch(({ name }) => ({ state: name === "QuotaExceededError" ? "full" : "network" }));
    running = { asked, end };
    end.then(() => { running = null; });
  }

  async function fetchAll(tell, asked) {
    const url = new URL(LIST, location.origin);
    const { answer, at, noted } = await askServer(url, null, QUIETLY);
    const hands = await noted;
    if (!hands || answer.status !== 200) return { state: "hands" };
    const list = await answer.json();
    await forgetOthers(hands.owner, list, at);
    await bringKey(hands);
    const store = `rooms-${hands.owner}`;
    const keepList = (more) => keepIn(store, nameOf(url), hands, new Response(JSON.stringify({ ...list, open: {}, closed: {} }), answer), { "X-Kept-At": at, ...more });
    if (!(await keepList({}))) return { state: "hands" };
    const pages = await changedPages(store, list);
    if (asked === "list" && pages.length) return { state: "listed" };
    if (!(await caches.has(FILES))) await keepFiles(); // the browser has thrown them away
    for (const [n, page] of pages.entries()) {
      if (!(await hasRoom())) return { state: "full" };
      tell({ state: "busy", n, of: pages.length });
      const came = await fetchPage(store, hands, page);
      if (came) return { state: came };
    }
    return { state: (await keepList({ "X-Done": Date.now() })) ? "done" : "hands" };
  }

  /** Without it nothing that is written on these pages could be kept. */
  async function bringKey({ owner, turn }) {
    if (await keyOf(owner)) return;
    const { answer } = await askServer(new URL("/phone/key", location.origin), null, QUIETLY);
    const told = answer.ok ? await answer.json() : {};
    if (told.owner === owner) await self.phoneStore.takeKey(told, turn);
  }

  const QUIETLY = { cache: "no-store", priority: "low" };

  /** Why it did not come; "" where it is here, or the server wants it kept no more. */
  async function fetchPage(store, hands, { url, name, digest }) {
    const { answer, at, noted } = await askServer(url, null, QUIETLY);
    const now = await noted;
    if (!now || now.owner !== hands.owner || now.turn !== hands.turn) return "hands";
    if (answer.status >= 500) return "network";
    if (answer.status !== 200 || !answer.headers.has("X-Keep")) return "";
    const how = { "X-Kept-At": at, "X-Digest": digest, ...(self.CompressionStream ? { "X-Packed": "gzip" } : {}) };
    return (await keepIn(store, name, hands, answer, how)) ? "" : "hands";
  }

  async function hasRoom() {
    const { quota, usage } = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : {};
    return !quota || quota - usage > LEAST_FREE;
  }

  const namedPages = (list) => [...list.rooms.map(({ pages }) => pages), list.signing || {}].flatMap(Object.entries).map(([address, digest]) => {
    const url = new URL(address, location.origin);
    return { url, name: nameOf(url), digest };
  });

  async function changedPages(store, list) {
    const all = namedPages(list);
    const kept = await Promise.all(all.map(({ name }) => caches.match(name, { cacheName: store, ignoreVary: true })));
    return all.filter(({ digest }, n) => !kept[n] || kept[n].headers.get("X-Digest") !== digest);
  }

  /** What is no longer in one's rooms; and of what was opened by hand what has become confidential, or is not theirs to see any
      more. Of what was kept later than the list was asked for (`at`) the server has said so itself. */
  async function forgetOthers(owner, list, at) {
    const named = new Set([nameOf(new URL(LIST, location.origin)), ...namedPages(list).map(({ name }) => name)]);
    const mayStay = { [`rooms-${owner}`]: (_kept, name) => named.has(name), [`pages-${owner}`]: (kept) => keptAt(kept) > at || isOpen(kept, list) };
    for (const [store, stays] of Object.entries(mayStay)) {
      if (!(await caches.has(store))) continue;
      const cache = await caches.open(store);
      for (const { url } of await cache.keys()) {
        const kept = await cache.match(url, { ignoreVary: true });
        if (kept && !stays(kept, url)) await cache.delete(url, { ignoreVary: true });
      }
    }
  }

  /** X-About: the first sort of subjects says why one may see it, and all of it must be open, and so must the draft; of the
      others none closed. A page that does not say what it is about is not kept. */
  function isOpen(kept, { open, closed }) {
    const about = Object.entries(JSON.parse(kept.headers.get("X-About") || "{}"));
    const has = (lists, sort, id) => (lists[sort] || []).includes(id);
    const mustBe = about.filter(([sort], n) => n === 0 || sort === "draft");
    return mustBe.length > 0 && mustBe.every(([sort, ids]) => ids.every((id) => has(open, sort, id))) && !about.some(([sort, ids]) => ids.some((id) => has(closed, sort, id)));
  }

  // Beginning a sheet.

  const listOf = (owner) => caches.match(LIST, { cacheName: `rooms-${owner}`, ignoreVary: true }).then((found) => (found ? found.json() : null));

  /** {kept, start}: the empty page of the room of this address, or in which its device stands. */
  async function beginningAt(owner, url) {
    const list = await listOf(owner);
    const asked = [...url.searchParams].filter(([name]) => !["draft", "another"].includes(name));
    if (!list || asked.length !== 1) return null;
    const [[name, place]] = asked;
    const start = { room: { at: `room=${place}` }, device: list.begins[place.toUpperCase()] }[name];
    if (!start || !start.at) return null;
    const blank = new URL(`${url.pathname}?${start.at}&blank=1`, location.origin).href;
    return { kept: await caches.match(blank, { cacheName: `rooms-${owner}`, ignoreVary: true }), start };
  }

  /** The page as it begins now: answers that phone_begun.js puts in, and which of its questions ask for the moment. */
  async function beginThere(owner, url, text, start) {
    const list = await listOf(owner);
    const [, , form] = url.pathname.split("/");
    const begun = { answers: (start && start.answers && start.answers[form]) || "", clocks: (list && list.clocks[form]) || {} };
    const there = start && start.device ? text.replace(/<input type="hidden" name="(room|device)" value="\d+">/, `<input type="hidden" name="device" value="${start.device}">`) : text;
    return there.replace("<body", `<body data-begun="${escaped(JSON.stringify(begun))}"`);
  }

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

  return { refresh, beginningAt, beginThere };
})();
