/* [data-signing]: the client's page on a phone without a network, shown by its worker in place of every other (phone_lock.js,
   body[data-locked]). What is signed is hidden for the server (phone_part.js) before it is written down; nothing else of it is. */

import "./phone_store.js";
import { report } from "./behave.js";
import { leadToOpen } from "./next_open.js";
import { hide } from "./phone_part.js";
import { tellWorker } from "./phone_worker.js";

const { keyOf, put, seal } = globalThis.phoneStore;
const AGAIN = 15_000;
const STEP = 16_384;
const locked = JSON.parse(document.body.dataset.locked || "null");
let signing = false;

export function begin(place) {
  if (!locked) return void location.replace("/phone"); // opened by hand
  showTold(place);
  show(place, locked.spent ? "" : locked.signed ? "done" : "sign");
  place.querySelector("[data-signing-back]").open = locked.spent;
  if (locked.spent) spend(place);
  place.querySelector("[data-signing-unlock]").addEventListener("click", () => unlock(place).catch(report));
  document.getElementById("sign").addEventListener("submit", (event) => take(place, event));
  document.addEventListener("unsendable", (event) => take(place, event)); // leaving.js holds what is pressed without a network
  addEventListener("online", send);
  setInterval(send, AGAIN);
  send();
}

function take(place, event) {
  event.preventDefault();
  sign(place).catch((error) => {
    signing = false;
    say(place, false);
    report(error);
  });
}

const send = () => tellWorker({ send: 1 }).then(({ state }) => state === "open" && location.replace("/")).catch(() => {});

function showTold(place) {
  place.querySelector("[data-signing-title]").textContent = locked.title || "";
  const said = new Map((locked.said || []).map(([, words, name]) => [name, words]));
  for (const line of place.querySelectorAll("[data-signing-told]")) {
    const words = said.get(line.dataset.signingTold);
    line.hidden = !words;
    line.lastElementChild.textContent = words || "";
  }
}

function show(place, part) {
  for (const each of place.querySelectorAll("[data-signing-part]")) each.hidden = each.dataset.signingPart !== part;
  document.querySelector("[data-signing-submit]").closest(".bar").hidden = part !== "sign";
}

async function sign(place) {
  const form = document.getElementById("sign");
  if (signing) return;
  if (leadToOpen(form)) return say(place, true);
  signing = true;
  const { draft, record, body, owner, title, since } = locked;
  const key = await keyOf(owner);
  const secret = [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const facts = { body, page_secret: secret, phone_at: Date.now(), lang: place.dataset.lang };
  const part = await hide(padded(new URLSearchParams([...new FormData(form), ...Object.entries(facts)]).toString()), JSON.parse(place.dataset.signing), draft);
  const given = { action: `/drafts/${draft}/signature`, body: new URLSearchParams({ part }).toString(), title, since, said: [] };
  await put("outbox", { id: `${draft}/signature`, follows: draft, record, owner, at: Date.now(), state: "waiting", ...(await seal(key, given)) });
  form.reset();
  location.replace("/phone/signed"); // a page of its own: this one is gone, answers and all
}

/** How long it is would tell whether somebody complained. */
const padded = (text) => `${text}&pad=${"0".repeat(STEP - ((text.length + 5) % STEP))}`;

/** Either something lacks, or it could not be written down. */
function say(place, isLacking) {
  const line = place.querySelector("[data-signing-failed]");
  const { signingFailed, signingLacks } = line.dataset;
  Object.assign(line, { hidden: false, textContent: isLacking ? signingLacks : signingFailed });
}

async function unlock(place) {
  const pin = place.querySelector("#f-pin");
  const line = place.querySelector("[data-signing-wrong]");
  const { state, left } = await tellWorker({ unlock: pin.value });
  pin.value = "";
  if (state === "open") return location.replace("/phone");
  if (state === "spent") return spend(place);
  Object.assign(line, { hidden: false, textContent: line.dataset.signingWrong.replace("{left}", left) });
}

function spend(place) {
  show(place, "");
  place.querySelector("[data-signing-pin]").hidden = true;
  place.querySelector("[data-signing-spent]").hidden = false;
}
