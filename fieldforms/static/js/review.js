/* The review desk by keyboard: j k from sheet to sheet, space ticks one, a approves, r sends back, ? says so. Only that page has it. */

import { composing } from "./behave.js";

const desk = document.querySelector("[data-review]");
const SECOND_KEY = 700; // ms: what a key or a tap has brought is looked at before the next one decides on it

const links = () => [...desk.querySelectorAll("[data-sheet-of]")];
const at = () => links().findIndex((link) => link.ariaCurrent === "true");

function go(by) {
  const link = links()[at() + by];
  link?.scrollIntoView({ block: "nearest" });
  link?.click();
}

function pick() {
  const box = links()[at()]?.closest("li").querySelector("input");
  if (box) box.checked = !box.checked;
}

function press(key) {
  const many = desk.querySelector("form :checked") ? "#many" : ".review-words";
  const words = desk.querySelector(".review-words textarea");
  if (key === "r" && many === ".review-words" && words && !words.value.trim()) return words.focus();
  if (!("ready" in desk.dataset)) return;
  desk.querySelector(`${many} [data-key=${key}]`)?.click();
}

function help() {
  const keys = document.querySelector("[data-review-keys]");
  keys.open = !keys.open;
}

const does = { j: () => go(1), k: () => go(-1), " ": pick, a: () => press("a"), r: () => press("r"), "?": help };

const thumb = document.querySelectorAll(".review-bar button"); // where the last sheet's buttons were

function waitForEyes() {
  delete desk.dataset.ready;
  for (const button of thumb) button.disabled = true;
  setTimeout(() => {
    for (const button of thumb) button.disabled = false;
    desk.dataset.ready = "";
  }, SECOND_KEY);
}

if (desk) {
  waitForEyes();
  desk.addEventListener("click", ({ target }) => {
    const chosen = target.closest("[data-sheet-of]");
    if (!chosen) return;
    for (const link of links()) link.ariaCurrent = link === chosen ? "true" : null;
    waitForEyes();
  });
  addEventListener("keydown", (event) => {
    const { key, target, repeat } = event;
    const types = target.matches?.("textarea, select, input:not([type=checkbox])") || target.isContentEditable;
    if (repeat || composing() || types || event.ctrlKey || event.metaKey || event.altKey || !does[key]) return;
    if (key === " " && target.matches?.("button, summary, [type=checkbox]")) return;
    event.preventDefault();
    does[key]();
  });
}
