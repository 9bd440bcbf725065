/* A phone in a client's hands without a network locks itself: the worker (root/sw.js) answers every address with the client's page
   until the PIN, whatever is restarted meanwhile. What it needs stands in IndexedDB `phone`, `facts`:

   {id: "lock", owner, page: the client's page, headers (its policy, too), salt, check, tries, spent, iv, data: {what is shown and signed}}

   Five tries of the PIN, then its owner has to sign in: what they wrote stays, sealed with the key that signing in gives.

   No module, as phone_store.js. */

self.phoneLock = (() => {
  const { change, drop, get, keyOf, put, unseal } = self.phoneStore;
  const TRIES = 5;
  const ROUNDS = 600_000; // PBKDF2-SHA256, as OWASP asks for: half a second on a phone
  const LOCK = "lock";
  let known; // the row, null: open; undefined: not looked yet

  const isOpen = () => known === null;

  async function row() {
    if (known === undefined) known = (await get("facts", LOCK)) || null;
    return known;
  }

  /** Where the store does not answer it is asked again the next time. */
  const rowIfReadable = () => row().catch(() => null);

  /** What came from elsewhere may have ended it. */
  const lookAgain = () => { known = undefined; };

  async function checkOf(pin, salt) {
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, key, 256)).join();
  }

  /** `given`: the row without its checker, and the PIN. It is on the disk when this ends; throws where there is no room. */
  async function lock({ pin, ...given }) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const made = { ...given, id: LOCK, salt, check: await checkOf(pin, salt), tries: 0 };
    await put("facts", made);
    known = made;
    return { state: "locked" };
  }

  /** {state: "open", "wrong" (left) or "spent"}. A try is counted before it is looked at. */
  async function unlock(pin) {
    const [before, tried] = await change("facts", LOCK, (found) => found && { ...found, tries: found.tries + 1 });
    if (!before) return open();
    if (!before.spent && before.tries < TRIES && (await checkOf(pin, tried.salt)) === tried.check) return open();
    if (tried.tries < TRIES) return { state: "wrong", left: TRIES - tried.tries };
    [, known] = await change("facts", LOCK, (found) => found && { ...found, spent: true });
    await drop("facts", "key");
    return { state: "spent" };
  }

  async function open() {
    await drop("facts", LOCK);
    known = null;
    return { state: "open" };
  }

  /** After five tries it opens as nobody's, once the server has ended the session. */
  async function isSignedOut() {
    const answer = await fetch("/phone/key", { headers: { "X-Worker": "1" }, credentials: "same-origin", redirect: "manual" }).catch(() => null);
    if (!answer || answer.status >= 500) return false;
    const { csrf } = answer.ok ? await answer.json() : {};
    const headers = { "X-CSRFToken": csrf, "X-Worker": "1" };
    const ended = csrf ? await fetch("/sign-out", { method: "POST", headers, credentials: "same-origin", redirect: "manual" }).catch(() => null) : answer;
    if (!ended || ended.status >= 400 && ended.status !== 401) return false;
    await open();
    return true;
  }

  /** null: it is open by now. */
  async function answer(request, found) {
    if (found.spent && (await isSignedOut())) return null;
    if (request.mode !== "navigate") return new Response("", { status: 403 });
    const key = await keyOf(found.owner);
    const shown = key ? await unseal(key, found) : {};
    const signed = !!(shown.draft && (await get("outbox", `${shown.draft}/signature`)));
    const told = { ...shown, owner: found.owner, spent: !!found.spent || !key, signed };
    const text = found.page.replace("<body", `<body data-locked="${escaped(told)}"`).replace('data-known="{}"', `data-known="${escaped(shown.known || {})}"`);
    return new Response(text, { headers: found.headers });
  }

  const escaped = (value) => JSON.stringify(value).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/\$/g, "$$$$");

  return { answer, isOpen, lock, lookAgain, row: rowIfReadable, unlock };
})();
