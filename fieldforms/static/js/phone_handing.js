/* Handing in without a network: what is pressed on the form's page, or on the page that checks it, is kept on this phone and
   goes by itself (phone_sender.js). Photos that have not arrived hold it: their answer is not known yet. */

import "./phone_store.js";
import { report } from "./behave.js";
import { namesOf, ownKey } from "./phone.js";
import { bringWords } from "./phone_state.js";
import { missingOf } from "./waiting.js";

const { put, seal } = globalThis.phoneStore;
const PHONE = "/phone";
const { owner } = document.body.dataset;
let key = null;
ownKey().then((found) => { key = found; });

document.addEventListener("unsendable", (event) => {
  const { target: form, submitter } = event.detail || {};
  if (!form || !key || !navigator.serviceWorker.controller || missingOf(form.dataset.draft || form.dataset.holds)) return;
  const isStep = "autosave" in form.dataset && submitter && "goOn" in submitter.dataset;
  const isChecked = "holds" in form.dataset && !form.querySelector("[type=file]");
  if (!isStep && !isChecked) return;
  event.preventDefault();
  (isStep ? offer(form, submitter) : handIn(form, form.dataset.holds, form.dataset.holds, {})).catch(report);
});

/** What would be shown for checking comes from the server; here it is asked once, over the button. */
async function offer(form, button) {
  const panel = (await bringWords()).content.querySelector("[data-offer]").cloneNode(true);
  document.querySelector("[data-offer]")?.remove(); // after what is awaited: whoever taps twice sees one
  panel.addEventListener("click", ({ target }) => {
    if (target.matches("[data-hand-in]")) handIn(form, form.dataset.draft, form.elements.record.value, { whole: 1 }).catch(report);
    else if (target.matches("button")) panel.remove();
  });
  document.getElementById("main").append(panel);
  panel.focus();
  panel.scrollIntoView({ block: "center" });
  button.blur();
}

async function handIn(form, draft, record, more) {
  const given = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["csrf_token", "phone_at", "then"].includes(name));
  const body = new URLSearchParams([...given, ...Object.entries({ ...more, phone_at: Date.now() })]).toString();
  const action = `/drafts/${draft}/entry`;
  const sealed = await seal(key, { action, body, ...namesOf(form), signing: form.dataset.signingAt, said: saidIn(more.whole ? form : document) });
  await put("outbox", { id: draft, draft, record, owner, at: Date.now(), state: "waiting", ...sealed });
  const { sync } = await navigator.serviceWorker.ready;
  if (sync) await sync.register("outbox").catch(() => {});
  sessionStorage.removeItem(`draft:${draft}`);
  location.assign(PHONE);
}

/** [label, words, name] as they stand on the page: should the server refuse it, they can still be read. */
function saidIn(place) {
  const facts = [...place.querySelectorAll(".review dl > div")].map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  const asked = [...place.querySelectorAll(".question")].filter((question) => !question.closest("[hidden]"));
  const answers = asked.map((question) => [labelOf(question), valueOf(question), question.id.replace("q-", "")]);
  return [...facts, ...answers].filter(([label, words]) => label && words);
}

function labelOf(question) {
  const label = question.querySelector("legend, label")?.cloneNode(true);
  label?.querySelector(".optional")?.remove();
  return label?.textContent.trim().split("\n")[0];
}

function valueOf(question) {
  const inputs = [...question.querySelectorAll("input:not([type=hidden]):not([type=file]), select, textarea")];
  const isChoice = (input) => input.matches("[type=radio], [type=checkbox]");
  return inputs.filter((input) => !input.disabled && (isChoice(input) ? input.checked : input.value))
    .map((input) => (isChoice(input) ? (input.closest("label") || input).textContent.trim() || input.value : input.value.replace(/^(\d{4}-\d\d-\d\d)T/, "$1 "))).join(" · ");
}
