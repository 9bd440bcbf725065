/* Sends what a phone keeps (phone_store.js), on its pages and in its worker alike, one of them at a time. What was handed in
   goes in the order of each record; a copy goes only when the server's answer came back. What it refuses stays, with why.

   No module, as phone_store.js. */

self.phoneSender = (() => {
  const { all, drop, dropPerson, dropSheet, get, keyOf, seal, swap, takeKey, turnNow, unseal } = self.phoneStore;
  const PATIENCE = 30_000;
  const SHORT = 10_000; // for some words: whoever is first asks for all, and the others wait
  const FIRST = 4_000; // ms until it is tried again, then twice as long each time
  const LONGEST = 300_000;
  let waits = 0; // times in a row that nobody was there who takes it
  let quietUntil = 0;
  const SIGN_IN = [401, 419];
  const NO_MORE = [403, 404, 409, 410]; // nothing is left to fill there
  const REFUSED = [400, 403, 404, 409, 410, 412, 413, 415, 422];

  /** What came of it: "nothing" to send, "held" by pages that have it open, "later" (tried a moment ago), "busy",
      "network", "sign-in", "gone", "sent". `now`: whatever was tried a moment ago. */
  async function sendAll(now = false) {
    if (!navigator.locks) return send(now);
    return navigator.locks.request("sender", { ifAvailable: true }, (lock) => (lock ? send(now) : "busy"));
  }

  async function send(now) {
    const isDue = (row) => now || !row.after || row.after <= Date.now();
    const rows = await all("outbox");
    const sheets = rows.filter((row) => row.state === "waiting");
    const handedIn = new Set(sheets.map((row) => row.id)); // what a client signed follows its sheet
    const drafts = (await all("drafts")).filter((row) => !row.confirmed && !row.refused && !handedIn.has(row.draft));
    if (!sheets.length && !drafts.length) return "nothing";
    const open = await heldByPages();
    const free = drafts.filter((row) => !open.has(`copy:${row.id}`));
    if (!sheets.length && !free.length) return "held";
    if (![...sheets, ...free].some(isDue) || (!now && Date.now() < quietUntil)) return "later";
    const told = await whoIsIt();
    waits = told.owner ? 0 : waits + 1;
    quietUntil = waits ? Date.now() + Math.min(LONGEST, FIRST * 2 ** waits) : 0;
    if (!told.owner) return told.state;
    const key = (await keyOf(told.owner)) || (await takeKey(told, told.turn));
    const mine = (row) => row.owner === told.owner && isDue(row);
    const held = new Set(); // records of which something earlier has not gone yet
    for (const row of sheets.sort((one, other) => !!one.follows - !!other.follows || one.at - other.at)) {
      if (row.owner === told.owner && (held.has(row.record) || handedIn.has(row.follows) || !isDue(row) || !(await handIn(row, key, told)))) held.add(row.record);
      else handedIn.delete(row.id); // refused, too: then the part is, and says why
    }
    for (const row of free.filter(mine)) await aside(`copy:${row.id}`, () => save(row, key, told));
    return "sent";
  }

  async function heldByPages() {
    const { held } = navigator.locks ? await navigator.locks.query() : { held: [] };
    return new Set(held.map(({ name }) => name));
  }

  /** While no page has it open. */
  const aside = (name, act) => (navigator.locks ? navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && act()) : act());

  const PART = { "X-Worker": "1", "HX-Request": "true", "HX-Request-Type": "partial" }; // no page: nobody comes back here after signing in

  async function whoIsIt() {
    const turn = await turnNow();
    const response = await within("/phone/key", { headers: PART }, SHORT).catch(() => null);
    if (!response || response.status >= 500) return { state: "network" };
    if (response.headers.get("X-Owner") === "gone" && await forgetPerson(turn)) return { state: "gone" };
    if (!response.ok || response.redirected) return { state: "sign-in" };
    return response.json().then((told) => ({ ...told, turn }), () => ({ state: "network" }));
  }

  /** Their session was ended from elsewhere: a lost phone keeps nothing of theirs. */
  async function forgetPerson(turn) {
    const person = await get("facts", "person");
    const isTheirs = !!(person && person.last && (person.turn || 0) === turn);
    if (isTheirs) await dropPerson(person.last);
    return isTheirs;
  }

  function within(address, options, limit = PATIENCE) {
    const control = new AbortController();
    setTimeout(() => control.abort(), limit);
    return fetch(address, { ...options, signal: control.signal, credentials: "same-origin" });
  }

  function post(address, body, told) {
    const headers = { ...PART, "X-CSRFToken": told.csrf, "Content-Type": "application/x-www-form-urlencoded" };
    return within(address, { method: "POST", body, headers }).catch(() => null);
  }

  /** Whether it is settled. */
  async function handIn(row, key, told) {
    const given = await unseal(key, row);
    const response = await post(given.action, given.body, told);
    const answer = response && response.ok ? await response.json().catch(() => null) : null;
    if (answer) {
      for (const copy of await all("drafts")) if (copy.draft === row.id) await drop("drafts", copy.id);
      await dropSheet(row.owner, row.id);
      await swap("outbox", row, { ...row, state: "done", at: Date.now(), ...(await seal(key, { title: given.title, since: given.since, ...answer })) });
      return true;
    }
    return settle("outbox", row, response, (status) => ({ ...row, state: "refused", status }));
  }

  async function save(row, key, told) {
    const { version, editor, ...given } = await unseal(key, row);
    const body = `${given.body}&${new URLSearchParams({ version, editor })}`;
    const response = await post(given.url, body, told);
    const newer = response && response.ok ? response.headers.get("X-Draft-Version") : null;
    if (newer) return swap("drafts", row, { ...row, confirmed: true, ...(await seal(key, { ...given, version: newer, editor })) });
    return settle("drafts", row, response, (status) => ({ ...row, refused: status }));
  }

  async function settle(name, row, response, refused) {
    const status = response ? response.status : 0;
    if (NO_MORE.includes(status)) await dropSheet(row.owner, row.draft || row.id);
    if (REFUSED.includes(status)) return swap(name, row, refused(status)).then(() => true);
    const tries = SIGN_IN.includes(status) ? 0 : (row.tries || 0) + 1;
    await swap(name, row, { ...row, tries, after: Date.now() + Math.min(LONGEST, FIRST * 2 ** tries) });
    return false;
  }

  return { sendAll };
})();
