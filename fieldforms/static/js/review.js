/* The review desk by keyboard: j k from sheet to sheet, space ticks one, a approves, r sends back, ? says so. What is typed about
   a sheet waits for it in this tab while the sheet waits for its review. Only that page has it. */

import { composing } from "./behave.js";
import { recall, remember } from "./unsent.js";

const desk = document.querySelector("[data-review]");
const SECOND_KEY = 700; // ms: what a key or a tap has brought is looked at before the next one decides on it
const MANY = "#many", ONE = ".review-words";

const links = () => [...desk.querySelectorAll("[data-sheet-of]")];
const at = () => links().findIndex((link) => link.ariaCurrent === "true");
const numberOf = (link) => link?.closest("li").querySelector("input").value;
const words = () => desk.querySelector(`${ONE} textarea`);
const shown = () => desk.querySelector(`${ONE} [name=number]`)?.value;
const count = () => desk.querySelectorAll(`${MANY} :checked`).length;
const isReady = () => "ready" in desk.dataset;

// What is typed: number → words.

const KEY = `draft:review/${document.body.dataset.owner}`; // goes at sign-out: unsent.js

const keptWords = () => Object.entries(recall(KEY) ?? {});

function keepWords(entries) {
  const some = entries.filter(([, text]) => text?.trim());
  remember(KEY, some.length ? Object.fromEntries(some) : null);
}

const noteWords = () => keepWords([...keptWords(), [shown(), words()?.value]]);

function restoreWords() {
  const kept = keptWords().find(([number]) => number === shown());
  if (words()?.value) noteWords(); // typed before this script was there
  else if (kept && words()) words().value = kept[1];
}

/** Of a sheet that waits no more. */
function dropWords() {
  const waiting = desk ? [shown(), ...links().map(numberOf)] : [];
  keepWords(keptWords().filter(([number]) => waiting.includes(number)));
}

// Which sheet is shown, and since when.

const thumb = document.querySelectorAll(".review-bar button"); // where the last sheet's buttons were
let loading = false;
let failed = false; // a key pressed soon after was meant for the sheet that did not come
let timer;

function mark(chosen) {
  for (const link of links()) link.ariaCurrent = link === chosen ? "true" : null;
}

function setReady(yes) {
  for (const button of thumb) button.disabled = !yes;
  desk.toggleAttribute("data-ready", yes);
}

function leave(chosen) {
  mark(chosen);
  loading = true;
  failed = false;
  clearTimeout(timer);
  setReady(false);
  wait(null);
}

function arrive() {
  loading = false;
  const chosen = links()[at()];
  failed = !!chosen && numberOf(chosen) !== shown();
  if (failed) {
    mark(links().find((link) => numberOf(link) === shown()));
    wait(null);
  }
  restoreWords();
  wait(waits);
  timer = setTimeout(() => {
    setReady(true);
    failed = false;
    const then = waits;
    wait(null);
    if (then) decide(...then);
  }, SECOND_KEY);
}

// A verdict that was pressed before its sheet could be seen is done as soon as it is; its button says so.

let waits = null; // [form, key]

function wait(verdict) {
  waits = verdict;
  const button = verdict && buttonOf(...verdict);
  for (const each of desk.querySelectorAll("[data-key]")) each.ariaBusy = each === button ? "true" : null;
}

const buttonOf = (form, key) => desk.querySelector(`${form} [data-key=${key}]`);

function decide(form, key) {
  const lacksWords = form === ONE && key === "r" && !words()?.value.trim();
  if (lacksWords && !loading) words()?.focus();
  else if (isReady()) buttonOf(form, key)?.click();
  else if (!failed) wait([form, key]);
}

const press = (key) => decide(count() ? MANY : ONE, key);

function go(by) {
  const link = links()[at() + by];
  link?.scrollIntoView({ block: "nearest" });
  link?.click();
}

function help() {
  const keys = document.querySelector("[data-review-keys]");
  keys.open = !keys.open;
}

const pick = () => links()[at()]?.closest("li").querySelector("input").click();

const does = { j: () => go(1), k: () => go(-1), " ": pick, a: () => press("a"), r: () => press("r"), "?": help };

/** The letters stand on the buttons that they press. */
function tell() {
  wait(null);
  desk.toggleAttribute("data-picked", count() > 0);
  for (const place of desk.querySelectorAll("[data-count]")) place.textContent = count() || "";
}

/** While words are typed. */
function leaveWords(event) {
  if (event.key === "Escape") {
    event.target.blur();
    links()[at()]?.focus({ preventScroll: true });
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    decide(ONE, "r");
  }
}

dropWords();
if (desk) {
  arrive();
  tell();
  desk.addEventListener("change", ({ target }) => target.matches(`${MANY} [type=checkbox]`) && tell());
  desk.addEventListener("input", ({ target }) => target === words() && noteWords());
  desk.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-sheet-of]");
    if (chosen && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave(chosen);
  });
  desk.addEventListener("htmx:finally:request", ({ target }) => loading && target === links()[at()] && arrive());
  addEventListener("keydown", (event) => {
    const { key, target, repeat } = event;
    if (repeat || composing()) return;
    if (target === words()) return leaveWords(event);
    const types = target.matches?.("textarea, select, input:not([type=checkbox])") || target.isContentEditable;
    if (key === "Escape") wait(null);
    if (types || event.ctrlKey || event.metaKey || event.altKey || !does[key]) return;
    if (key === " " && target.matches?.("button, summary, [type=checkbox]")) return;
    event.preventDefault();
    if (!waits) does[key]();
  });
}
