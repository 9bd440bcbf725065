/* What a refused form is told on top: it gets the focus, and its links go to the control itself. What was answered since is no longer
   said, on top and beside; whether the answer will do is the server's to say. */

import { SECOND_TAP } from "./behave.js";
import { isAnswered } from "./next_open.js";

const TYPED = ".question input, .question textarea";

export function begin(summary) {
  if (!document.activeElement?.matches(TYPED)) summary.focus(); // who types by now is not disturbed
  summary.addEventListener("click", (event) => {
    const target = targetOf(event.target.closest("a"));
    if (!target) return;
    event.preventDefault();
    target.closest("details")?.setAttribute("open", "");
    (target.matches("div") ? (target.querySelector("button:not([hidden]):enabled") ?? target) : target).focus({ preventScroll: true });
    (target.closest(".question") ?? target).scrollIntoView({ block: "start" });
  });
  const lines = [...summary.querySelectorAll("li")].map((line) => lineOf(line)).filter(({ question }) => question);
  let waits; // what moves up under a finger waits until no second tap comes
  const tidy = () => {
    for (const each of lines.splice(0)) isMended(each) ? take(each) : lines.push(each);
    if (!summary.querySelector("li")) end();
  };
  const end = () => {
    summary.remove();
    document.title = document.title.replace(summary.dataset.errorSummary, "");
  };
  for (const kind of lines.length ? ["input", "change", "click"] : []) addEventListener(kind, () => {
    clearTimeout(waits);
    waits = setTimeout(tidy, SECOND_TAP);
  });
}

const targetOf = (link) => document.getElementById(link?.hash.slice(1) ?? "");

function lineOf(line) {
  const target = targetOf(line.querySelector("a"));
  const question = target?.closest(".question") ?? target?.querySelector(".question");
  return { line, question, before: question && contentOf(question), empty: question && !hasAnswer(question) };
}

function contentOf(question) {
  const inputs = [...question.querySelectorAll("input, select, textarea")];
  return JSON.stringify(inputs.map(({ name, value, checked }) => [name, value, checked]));
}

const hasAnswer = (question) => ("item" in question.dataset ? "answered" in question.dataset : isAnswered(question));

/** Answered otherwise than it was, or asked no more: another answer does as well, or rules it out. */
function isMended({ question, before, empty }) {
  const free = !!question.querySelector(".optional:not([hidden])");
  return !!question.closest("[hidden]") || (contentOf(question) !== before ? free || hasAnswer(question) : free && empty);
}

function take({ line, question }) {
  line.remove();
  question.classList.remove("wrong");
  for (const input of question.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  question.querySelector(".error:not([role])")?.remove();
}
