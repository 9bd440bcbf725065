/* What a phone keeps for its people until the server has it: IndexedDB "phone". What somebody wrote is sealed (AES-GCM) with a
   key that the server gives to them only (web/people/phones.py), kept here unreadable to scripts while they are signed in.

   drafts   {id: draft/editor, draft, owner, at, confirmed, iv, data: {body, version, editor, url, title}}
   outbox   {id: draft, record, owner, at, state: waiting | refused | done, status?, iv, data: {action, body, title, said, …}}
   facts    {id: "key", owner, key}; {id: "person", owner, last, lang, turn}: whose the phone is now (root/sw.js), whose it was last,
            and how often it changed hands

   No module: the worker takes it by importScripts, pages by import. */

self.phoneStore = (() => {
  const PATIENCE = 5_000; // some Safaris never answer
  let database = null;

  function opened() {
    if (database) return database;
    database = new Promise((resolve, reject) => {
      const opening = indexedDB.open("phone", 1);
      opening.onupgradeneeded = () => {
        for (const name of ["drafts", "outbox", "facts"]) opening.result.createObjectStore(name, { keyPath: "id" });
      };
      opening.onsuccess = () => {
        const found = opening.result;
        found.onclose = () => { database = null; };
        found.onversionchange = () => { found.close(); database = null; };
        resolve(found);
      };
      opening.onerror = () => reject(opening.error);
      setTimeout(() => reject(new Error("no answer")), PATIENCE);
    });
    database.catch(() => { database = null; });
    return database;
  }

  /** Done when it is on the disk, not when it is asked for. */
  async function run(name, mode, act) {
    const transaction = (await opened()).transaction(name, mode, { durability: "strict" });
    const asked = act(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  const get = (name, id) => run(name, "readonly", (store) => store.get(id));
  const all = (name) => run(name, "readonly", (store) => store.getAll());
  const put = (name, row) => run(name, "readwrite", (store) => store.put(row));
  const drop = (name, id) => run(name, "readwrite", (store) => store.delete(id));

  /** Put `next` in the place of `row`, if it is still there as it was: pages and the worker write at the same time. */
  async function swap(name, row, next) {
    const act = (store) => {
      const asked = store.get(row.id);
      asked.onsuccess = () => { if (asked.result && asked.result.at === row.at) store.put(next); };
      return asked;
    };
    await run(name, "readwrite", act);
  }

  /** Put what `next` makes of the row of that id (undefined: there is none), in one step; null: leave it. [before, now]. */
  async function change(name, id, next) {
    let made = null;
    const before = await run(name, "readwrite", (store) => {
      const asked = store.get(id);
      asked.onsuccess = () => {
        made = next(asked.result);
        if (made && made !== asked.result) store.put(made);
      };
      return asked;
    });
    return [before, made];
  }

  /** Read when something is asked: who has the phone when it is answered may be somebody else. */
  const turnNow = () => get("facts", "person").then((person) => (person && person.turn) || 0);

  async function seal(key, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(value))) };
  }

  async function unseal(key, { iv, data }) {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data)));
  }

  /** The key of this person, as the server has just told it ({owner, key: base64}); scripts can use it and not read it.
      `asked`: the turn it was asked in; it is not kept when the phone is somebody else's, or nobody's, by now. */
  async function takeKey({ owner, key }, asked) {
    const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    const made = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const mayStay = ({ turn = 0, owner: now }) => turn === asked || now === owner || now === "handed";
    const keep = (store) => {
      const known = store.get("person");
      known.onsuccess = () => {
        const person = known.result || {};
        if (!mayStay(person)) return;
        if (person.last !== owner) store.put({ ...person, id: "person", last: owner });
        store.put({ id: "key", owner, key: made });
      };
      return known;
    };
    await run("facts", "readwrite", keep).catch(() => {}); // private windows: for this page only
    return made;
  }

  async function keyOf(owner) {
    const known = await get("facts", "key");
    return known && known.owner === owner ? known.key : null;
  }

  /** The page of a sheet that is no longer one to fill: root/sw.js has kept it. */
  async function dropSheet(owner, draft) {
    const store = `pages-${owner}`;
    if (self.caches && (await caches.has(store))) await (await caches.open(store)).delete(`/drafts/${draft}`, { ignoreVary: true });
  }

  /** All rows of one person, their photos, and their key. */
  async function dropPerson(owner) {
    await drop("facts", "key");
    const lock = await get("facts", "lock"); // phone_lock.js
    if (lock && lock.owner === owner) await drop("facts", "lock");
    await dropPhotos(owner);
    for (const name of ["drafts", "outbox"]) {
      for (const row of await all(name)) if (row.owner === owner) await drop(name, row.id);
    }
  }

  /** Those that have not arrived (photo_store.js, which the worker cannot import). */
  const dropPhotos = (owner) => new Promise((resolve) => {
    const opening = indexedDB.open("unsent", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { keyPath: "id" });
    opening.onerror = resolve;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("photos", "readwrite");
      const asked = transaction.objectStore("photos").openCursor();
      asked.onsuccess = () => {
        const found = asked.result;
        if (!found) return;
        if (found.value.owner === owner) found.delete();
        found.continue();
      };
      transaction.oncomplete = transaction.onabort = () => { opening.result.close(); resolve(); };
    };
    setTimeout(resolve, PATIENCE);
  });

  return { get, all, put, drop, swap, change, turnNow, seal, unseal, takeKey, keyOf, dropPerson, dropSheet };
})();
