/* What waits in this browser, in words: how many photos, what can be done, and what ended without arriving. The panel is
   fetched when it is first needed (templates/waiting.html). */

import { fetchWithin } from "./behave.js";
import { said } from "./leaving.js";

const ADDRESS = "/photos/waiting";
const PATIENCE = 8_000; // of somebody who has pressed and sees nothing yet

let panel = null;
let fetching = null;
let before = ""; // what it says: said again, it would be read out again
let choices = {};

/** From when it is asked for: what changes until it comes must be said, too. */
export const isOpen = () => !!fetching;

/** {wait, again, without, stay, discard(id)} */
export function choose(given) {
  choices = given;
}

/** `words`: sending, failed, ask, leave, ended or done; `beside`: the button that waits. Raises when the panel cannot be had. */
export async function show({ n, words, asking, ended, beside }) {
  fetching = fetching ?? bring().catch((error) => {
    fetching = null;
    throw error;
  });
  panel = await fetching;
  place(beside);
  write(`${words} ${n}`, words, n);
  list(ended);
  offer(asking, words);
}

function offer(asking, words) {
  const place = panel.querySelector("[data-choices]");
  const isNew = asking && place.hidden;
  place.hidden = !asking;
  for (const button of place.querySelectorAll("[data-for]")) button.hidden = button.dataset.for !== words;
  if (isNew) panel.scrollIntoView({ block: "center" }); // it grows under the bar
}

async function bring() {
  const response = await fetchWithin(PATIENCE, ADDRESS);
  if (!response.ok) throw new Error(response.status);
  const holder = document.createElement("template");
  holder.innerHTML = await response.text();
  const found = holder.content.querySelector("[data-waiting]");
  found.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) choices[button.dataset.does](button.dataset.id);
  });
  return found;
}

/** Where the person looks: over the button that waits for it, else on top. */
function place(button) {
  const bar = button && button.closest(".bar");
  if (!button && panel.isConnected) return;
  if (!button) said.after(panel);
  else if (!beside(button, bar)) {
    if (bar) document.getElementById("main").append(panel);
    else button.before(panel);
    panel.focus();
  }
}

const beside = (button, bar) => (bar ? panel === document.getElementById("main").lastElementChild : panel.nextElementSibling === button);

function write(all, words, n) {
  if (all === before) return;
  before = all;
  const sentence = panel.querySelector(`[data-words="${words}"]`).content.cloneNode(true);
  for (const number of sentence.querySelectorAll("[data-n]")) number.textContent = n;
  const told = panel.querySelector("[data-told]");
  told.textContent = "";
  told.append(sentence);
}

function list(ended) {
  const place = panel.querySelector("[data-ended]");
  const ids = new Set(ended.map((photo) => photo.id));
  for (const li of [...place.children]) if (!ids.delete(li.dataset.id)) li.remove();
  place.append(...ended.filter((photo) => ids.has(photo.id)).map(line));
}

function line(photo) {
  const li = panel.querySelector("[data-one]").content.firstElementChild.cloneNode(true);
  li.dataset.id = photo.id;
  li.querySelector("img").src = URL.createObjectURL(photo.blob);
  li.querySelector("button").dataset.id = photo.id;
  const sheet = li.querySelector("[data-sheet]");
  sheet.href = photo.page;
  sheet.hidden = !photo.owner || !["late", "unplaced"].includes(photo.state); // a stranger has a link of their own
  for (const why of li.querySelectorAll("[data-why]")) why.hidden = why.dataset.why !== photo.state;
  return li;
}
