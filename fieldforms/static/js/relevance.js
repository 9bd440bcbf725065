/* Shows and hides what depends on other answers, as forms/conditions.py does. The server decides again and drops what is
   not relevant, so nothing is disabled here. */

import { alive, behave, DEPENDENT, STEP_FORM } from "./behave.js";
import { answersOf, typedNumber } from "./body.js";

const OPERATION = {
  min: (value, limit) => number(value) >= limit, // NaN compares false
  max: (value, limit) => number(value) <= limit,
  not_after: (value, limit) => {
    const length = Math.min(String(value).length, String(limit).length); // 14:10 is not after its own day
    return String(value).slice(0, length) <= String(limit).slice(0, length);
  },
};

behave(STEP_FORM, (form) => {
  settle(form);
  alive("relevance");
  form.addEventListener("input", () => settle(form));
  form.addEventListener("change", () => settle(form));
});

function settle(form) {
  const answers = { ...JSON.parse(form.dataset.known || "{}"), ...given(form) };
  const has = (name) => name in answers || form.elements[name] !== undefined;
  for (const element of form.querySelectorAll(DEPENDENT)) {
    const { relevant: when, required: must } = element.dataset;
    if (when && knows(JSON.parse(when), has)) show(element, relevant(JSON.parse(when), answers));
    if (element.hidden) forgetAnswers(element, answers); // what is hidden is no answer for what follows
    if (must && knows(JSON.parse(must), has)) {
      const optional = element.querySelector("[data-optional]");
      if (optional) optional.hidden = required(JSON.parse(must), answers);
    }
  }
}

function show(element, yes) {
  element.hidden = !yes;
  element.removeAttribute("data-off");
}

function given(form) {
  const answers = {};
  for (const [name, value] of answersOf(form)) {
    if (value === "") continue;
    answers[name] = name in answers ? [answers[name], value].flat() : value;
  }
  return answers;
}

function forgetAnswers(element, answers) {
  for (const input of element.querySelectorAll("[name]")) delete answers[input.name];
}

/** Answers of earlier steps are not on this page: what asks for them stays as the server showed it. */
function knows(condition, has) {
  return [...names(condition), ...alternatives(condition)].every(has);
}

const names = (condition) => Object.keys(condition).filter((name) => name !== "any_of");
const alternatives = (condition) => condition.any_of ?? [];
const answered = (value) => value !== undefined && value !== null && value !== "" && value.length !== 0;
const anyAnswered = (condition, answers) => alternatives(condition).some((name) => answered(answers[name]));

function holds(condition, answers) {
  return names(condition).every((name) => matches(condition[name], answers[name]));
}

export function relevant(condition, answers) {
  return holds(condition, answers) && (!alternatives(condition).length || anyAnswered(condition, answers));
}

function required(condition, answers) {
  return holds(condition, answers) && !anyAnswered(condition, answers);
}

function matches(expected, value) {
  if (expected !== null && typeof expected === "object" && !Array.isArray(expected)) {
    return answered(value) && Object.entries(expected).every(([name, limit]) => OPERATION[name](value, limit));
  }
  const wanted = [expected].flat().map(String);
  return [value].flat().some((item) => item !== undefined && wanted.includes(String(item)));
}

function number(value) {
  return String(value).trim() === "" ? NaN : typedNumber(value);
}
