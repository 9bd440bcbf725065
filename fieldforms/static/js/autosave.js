/* A form that saves itself: 800 ms after the last change htmx posts it (hx-trigger="save"). This module says when,
   keeps what the server has not confirmed, and says in words how it stands.

   Without htmx it is sent when the page goes out of sight only, and by 保存, which is shown then.

   Answers: 200 with X-Draft-Version (and X-Draft-Url, the draft's own address after the first save); 412, 409 (it was
   handed in meanwhile) and 401/419 bring a fragment into [data-conflict]; anything else is tried again. Focus and caret are never touched. */

import { alive, composing, fetchWithin, headers } from "./behave.js";
import { answersOf, bodyOf, fill, isUnsaved, servedBody, unsaved } from "./body.js";
import { draftGivenUp } from "./leaving.js";
import { keepOnPhone, recall, remember } from "./unsent.js";

const WAIT = 800;
const TRY_AGAIN = [4_000, 15_000, 60_000];
const PATIENCE = 20_000; // as htmx has (layout.html)

export function begin(form) {
  const key = `draft:${form.dataset.draft}`;
  let confirmed = servedBody(form); // what the server is known to have
  let sending = null; // the newest body on its way; an answer speaks of the one it was given
  let stopped = false; // a conflict waits for a decision
  let leaving = false;
  let failures = 0;
  let timer;

  const input = (name) => form.querySelector(`input[name="${name}"]`);
  const dirty = () => bodyOf(form) !== confirmed;
  const due = () => !stopped && !leaving && !composing() && dirty() && bodyOf(form) !== sending;

  // Its own address from the first second: whoever reloads it, or comes back, finds what was typed.
  if (!/draft/.test(location)) history.replaceState(history.state, "", `${location.search || "?"}&draft=${form.dataset.draft}`);
  restore();
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  form.addEventListener("submit", submitted);
  document.addEventListener("click", resolve);
  own("htmx:config:request", configure);
  own("htmx:before:request", sends);
  own("htmx:after:request", ({ detail }) => answered(detail.ctx.response.raw, detail.ctx.body));
  own("htmx:finally:request", ({ detail }) => lost(detail.ctx.body)); // an error is not always told: Chrome 85 to 97
  form.addEventListener("released", stayed);
  addEventListener("online", save);
  addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", () => (document.hidden ? flush() : save()));
  if (globalThis.htmx) alive("autosave");

  // What is fetched into the form bubbles through it, too, and is no save.
  function own(name, act) {
    form.addEventListener(name, (event) => event.target === form && act(event));
  }

  function restore() {
    const kept = recall(key);
    if (!kept) return note();
    // What went with a plain submit has no answer to this page, but a higher version: the server has it.
    if (kept.sent && Number(input("version").value) > Number(kept.version)) return remember(key, null);
    confirmed = null; // even when it looks the same: the page may show what was refused, not what is saved
    // As the tab that wrote it: a lost answer is no conflict with oneself, somebody else's later save is one.
    input("editor").value = kept.editor;
    if (kept.body !== bodyOf(form)) {
      fill(form, new URLSearchParams(kept.body));
      input("version").value = kept.version;
      form.dispatchEvent(new Event("change", { bubbles: true }));
      say("restored");
    }
    soon(0);
  }

  function note(event) {
    if ((event && isUnsaved(event.target)) || bodyOf(form) === sending || !dirty()) return;
    remember(key, { body: bodyOf(form), version: input("version").value, editor: input("editor").value });
    keepOnPhone();
    soon(WAIT);
  }

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  // While a syllable is open nothing goes; its end is an `input` and comes through note().
  function save() {
    if (!due() || !form.isConnected) return;
    if (globalThis.htmx) form.dispatchEvent(new Event("save"));
    else say("plain");
  }

  function configure({ detail }) {
    const { body } = detail.ctx.request;
    const apart = unsaved(form);
    for (const [name, value] of [...body]) if (apart.has(name) || typeof value !== "string") body.delete(name);
    detail.ctx.body = bodyOf(form);
  }

  function sends({ detail }) {
    sending = detail.ctx.body;
    detail.ctx.request.body.set("version", input("version").value); // it may have waited for an earlier save
    say("saving");
  }

  function answered(response, body) {
    if (sending === body) sending = null;
    if (response.ok) return saved(response, body);
    if (response.status === 412 || response.status === 409) {
      stopped = true;
      return say("conflict");
    }
    if (response.status === 401 || response.status === 419) return say("sign-in");
    failed();
  }

  function saved(response, body) {
    failures = 0;
    const version = response.headers.get("X-Draft-Version");
    const older = Number(version) < Number(input("version").value); // two were on their way, and this was overwritten
    if (!older) confirmed = body;
    if (!older && version) input("version").value = version;
    const address = response.headers.get("X-Draft-Url");
    if (address && address !== location.pathname + location.search) history.replaceState(history.state, "", address);
    document.querySelector("[data-until-saved]")?.remove();
    if (dirty()) note(); // with the version it is about now
    else remember(key, null);
    clear();
    say("saved");
  }

  /** What has no answer. */
  function lost(body) {
    if (sending !== body) return;
    sending = null;
    failed();
  }

  function failed() {
    say("failed");
    soon(TRY_AGAIN[Math.min(failures++, TRY_AGAIN.length - 1)]);
  }

  // The page may never come back: htmx would be cut off, keepalive is not.
  function flush() {
    if (!due()) return;
    clearTimeout(timer);
    const body = bodyOf(form);
    sending = body;
    const data = new URLSearchParams(answersOf(form));
    for (const name of ["version", "editor"]) data.set(name, input(name).value);
    fetchWithin(PATIENCE, form.action, { method: "POST", body: data, headers: headers(), keepalive: true })
      .then((response) => answered(response, body), () => lost(body));
  }

  function submitted(event) {
    if (event.defaultPrevented) return;
    if (globalThis.htmx && event.submitter?.matches("[data-save]")) {
      event.preventDefault();
      return save();
    }
    clearTimeout(timer);
    leaving = true;
    const kept = recall(key);
    // One version further than what is still on its way brings it.
    if (kept) remember(key, { ...kept, version: Number(kept.version) + (sending === null ? 0 : 1), sent: true });
  }

  /** The page did not go: the button works again (leaving.js), and so does this. */
  function stayed() {
    leaving = false;
    save();
  }

  // The conflict's two ways on; theirs is a plain link to the draft, mine goes over what they wrote.
  function resolve({ target }) {
    if (draftGivenUp(target) === form.dataset.draft) leaving = true;
    const mine = target.closest?.("[data-keep-mine]");
    if (!mine) return;
    input("version").value = mine.dataset.keepMine;
    stopped = false;
    confirmed = null;
    clear();
    save();
  }

  function clear() {
    form.querySelector("[data-conflict]").textContent = "";
  }

  function say(state) {
    const status = document.querySelector("[data-save-status]");
    if (!status) return;
    status.dataset.state = state;
    const words = status.getAttribute(`data-${state}`);
    if (words) status.textContent = words;
  }
}
