/* How what is kept on this phone stands, in words, on every page; on its own page (/phone) each of it, with what can be done. */

import "./phone_store.js";
import { fetchWithin, headers, report } from "./behave.js";
import { said } from "./leaving.js";
import { discard, waitingRows } from "./phone.js";
import { momentOf } from "./now.js";

const { change } = globalThis.phoneStore;
const ADDRESS = "/phone";
const PATIENCE = 8_000;
const line = document.createElement("p"); // there before it says anything
line.setAttribute("role", "status");
(said || document.body).after(line);

const FRESH = 600_000; // so long it is news that a sheet has gone, unless somebody has seen it
const SEEN = 2_000;
const isNews = ({ state, at, seen }) => state === "done" && !seen && Date.now() - at < FRESH;

const { kept } = document.body.dataset; // when this page was asked for, where it is not the server's answer

let words = null;
let waited = false; // on this page; it says to its end what came of it

/** The words of /phone. */
export const bringWords = () => {
  words = words || fetchWords().catch((error) => {
    words = null;
    throw error;
  });
  return words;
};

async function fetchWords() {
  const here = document.querySelector("[data-phone-words]");
  if (here) return here;
  const holder = document.createElement("template");
  holder.innerHTML = await (await fetchWithin(PATIENCE, ADDRESS, { headers: headers() })).text();
  return holder.content.querySelector("[data-phone-words]");
}

document.addEventListener("phone", ({ detail }) => show(detail).catch(report));

export async function show(outcome) {
  const rows = await waitingRows();
  const refused = rows.filter(({ state }) => state === "refused").length;
  const waiting = rows.filter(({ state }) => state === "waiting" || state === "draft").length;
  const state = outcome === "full" ? "full" : refused ? "refused" : waiting ? (outcome === "sign-in" ? "sign-in" : navigator.onLine ? "waiting" : "kept") : waited || rows.some(isNews) ? "sent" : "";
  waited = waited || waiting > 0 || state === "sent";
  const says = [kept && !list && "page", state].filter(Boolean);
  if (says.length || line.textContent) await say(says, refused || waiting);
  if (state === "sent" && !document.hidden) setTimeout(() => noteSeen(rows.filter(isNews)).catch(report), SEEN);
  if (list) await fill(rows);
}

async function noteSeen(rows) {
  for (const { id } of rows) await change("outbox", id, (row) => row && { ...row, seen: true });
}

/** All of it holds: a page of before, and what waits on it. */
async function say(says, n) {
  const blank = says.length && (await bringWords()).content;
  const found = says.map((state) => blank.querySelector(`[data-says="${state}"]`).textContent.replace("{n}", n).replace("{time}", momentOf(Number(kept)))).join(" · ");
  if (line.textContent === found) return;
  line.className = found ? `message${says.some((state) => ["refused", "full"].includes(state)) ? " error" : ""}` : "";
  line.textContent = "";
  if (!found) return;
  if (list) return void (line.textContent = found); // one looks at it
  const link = document.createElement("a");
  Object.assign(link, { href: ADDRESS, textContent: found });
  line.append(link);
}

// The page of its own.

let list = null;

export function showIn(place) {
  list = place;
  return show();
}

let filled = ""; // what somebody types into a line is not taken away

async function fill(rows) {
  const now = JSON.stringify(rows.map(({ id, state, at, status }) => [id, state, at, status]));
  if (now === filled) return;
  filled = now;
  const blank = (await bringWords()).content;
  list.textContent = "";
  list.append(...rows.map((row) => item(blank, row)));
  document.querySelector("[data-phone-none]").hidden = rows.length > 0;
}

function item(blank, row) {
  const li = blank.querySelector("[data-phone-one]").cloneNode(true);
  const put = (name, text) => { li.querySelector(`[data-part="${name}"]`).textContent = text; };
  put("title", row.title || blank.querySelector("[data-untitled]").textContent);
  put("at", blank.querySelector("[data-since]").textContent.replace("{begun}", momentOf(row.since || row.at)).replace("{at}", momentOf(row.at)));
  put("state", wordsOf(blank, row));
  put("said", (row.said || []).map((pair) => pair.slice(0, 2).join(": ")).join("\n"));
  li.querySelector("details").hidden = !(row.said || []).length || row.state === "done";
  const link = li.querySelector("a");
  link.href = row.state === "done" ? row.number ? `/records/${row.number}` : row.url : `/drafts/${row.follows || row.draft}`;
  const button = li.querySelector(".cluster > button");
  button.hidden = row.state !== "refused" && row.state !== "done";
  button.addEventListener("click", () => discard(row).catch(report));
  if (row.signing) offerSigning(li.querySelector("[data-hand-over]"), row).catch(report);
  return li;
}

function wordsOf(blank, { state, status, number, follows }) {
  const why = state === "refused" && blank.querySelector(`[data-because~="${follows ? "signed" : status}"]`);
  return (why || blank.querySelector(`[data-stands="${follows ? "signed-" : ""}${state}"]`)).textContent.replace("{number}", number);
}

/** Its client may sign without a network. */
async function offerSigning(place, row) {
  const { handOver, isFitPin, whyNot } = await import("./phone_handover.js");
  const why = await whyNot(row);
  if (why === null) return;
  place.hidden = false;
  const [pin, line] = [place.querySelector("input"), place.querySelector("[role=alert]")];
  const { easy, full, noPage } = line.dataset;
  if (why) place.querySelector("[data-hand-over-pin]").hidden = true;
  if (why) line.textContent = noPage;
  place.querySelector("[data-hand-over-now]").addEventListener("click", () => {
    line.textContent = isFitPin(pin.value) ? "" : easy;
    if (line.textContent) return;
    handOver(row, pin.value).catch((error) => {
      line.textContent = full;
      report(error);
    });
  });
}
