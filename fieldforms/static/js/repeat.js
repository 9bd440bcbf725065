/* Rows of a repeat: added from a template with the next number, taken away, put back when unsent answers return. Numbers
   only name inputs; the server counts the rows itself. */

import { beginNew, changed, settle } from "./behave.js";

export function begin(repeat) {
  if (repeat.matches("[data-fixed]")) return;
  const name = repeat.dataset.repeat;
  const rows = repeat.querySelector("[data-rows]");
  const blank = repeat.querySelector("[data-blank-row]");
  const add = repeat.querySelector("[data-add-row]");
  const form = repeat.closest("form");

  add.addEventListener("click", (event) => {
    event.preventDefault();
    const row = append(next());
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
    changed(form);
  });
  repeat.addEventListener("click", (click) => {
    const row = click.target.closest("[data-remove-row]")?.closest("[data-row]");
    if (!row) return;
    row.remove();
    number();
    changed(form);
    add.focus();
    settle(click, rows.querySelectorAll("[data-remove-row]")); // the next row's has moved there
  });
  form.addEventListener("restore", ({ detail }) => {
    const there = new Set(numbers([...form.elements].map((input) => input.name)));
    for (const missing of numbers([...detail.keys()]).filter((n) => !there.has(n))) append(missing);
  });
  number();

  function numbers(names) {
    const inside = names.filter((each) => each.startsWith(`${name}.`)).map((each) => Number(each.split(".")[1]));
    return [...new Set(inside)].filter(Number.isInteger).sort((a, b) => a - b);
  }

  function next() {
    return (numbers([...form.elements].map((input) => input.name)).pop() ?? -1) + 1;
  }

  function append(n) {
    const markup = blank.innerHTML.split("{row}").join(n);
    rows.append(document.createRange().createContextualFragment(markup));
    number();
    beginNew();
    return rows.lastElementChild;
  }

  function number() {
    const all = [...rows.querySelectorAll(":scope > [data-row]")];
    all.forEach((row, n) => { row.querySelector("[data-row-number]").textContent = n + 1; });
    add.hidden = all.length >= Number(repeat.dataset.most);
  }
}
