/* The bar of a form that is sent once says how much must still be answered (`words`, with {n}), and leads to the first of it. Whether
   it is enough is the server's to say: the button beside it stays. */

const OPTIONAL = ".optional:not([hidden])";
const SIGNED = ".sign[hidden]"; // the pad's opener, once there is enough ink (signature.js)

export function begin(form, words) {
  const link = document.querySelector(".bar > .to-do");
  if (!link) return;
  const show = () => {
    const open = openQuestions(form);
    link.hidden = !open.length;
    link.textContent = words.replace("{n}", open.length);
    link.parentElement.toggleAttribute("data-open", open.length > 0);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const [first] = openQuestions(form);
    if (first) lead(first);
  });
  for (const kind of ["input", "change", "click"]) form.addEventListener(kind, () => setTimeout(show)); // after the others
  document.addEventListener("close", show, { capture: true }); // the pad's screen
  show();
}

/** Whether something must still be answered; the first of it is led to. */
export function leadToOpen(form) {
  const [first] = openQuestions(form);
  if (first) lead(first);
  return !!first;
}

function lead(question) {
  question.querySelector("button:not([hidden]):enabled, input:not([type=hidden]), select, textarea").focus({ preventScroll: true });
  question.scrollIntoView({ block: "start" });
}

function openQuestions(form) {
  return [...form.querySelectorAll(".question:not(.statement)")].filter((question) => isAsked(question) && !isAnswered(question));
}

function isAsked(question) {
  return !question.closest("[hidden]") && !question.querySelector(OPTIONAL) && question.querySelector("input:not([readonly]), select, textarea");
}

export function isAnswered(question) {
  const inputs = [...question.querySelectorAll("input:not([type=hidden]), select, textarea")];
  const given = (input) => (input.matches("[type=checkbox], [type=radio]") ? input.checked && input.value : input.value.trim());
  return question.querySelector(SIGNED) || inputs.some(given);
}
