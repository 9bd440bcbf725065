/* What the pages do beyond HTML: one behaviour a module, each for its data attributes (listed in templates/macros.html). */

import "./leaving.js";
import "./focus.js";
import { alive, behave, DEPENDENT, ITEM, PHOTOS, report, STEP_FORM } from "./behave.js";
import { keepOnPhone, mayWait } from "./unsent.js";

// Only pages that have it pay for it. A module with begin(element) does not look for its elements itself.
const load = {
  "[data-copy], [data-share], [data-select-all]": "share",
  "[data-scan-into]": "scan_into",
  "[data-phone-clock]": "now",
  "[data-board]": "board",
  "[data-diagram]": "diagram",
  "[data-phone-ready]": "phone_ready",
  "[data-phone-list]": "phone_page",
  "[data-signing]": "phone_signing",
  "form[data-holds]": "hold",
  "[data-signature]": "signature",
  "[data-error-summary]": "summary",
};
// Nobody waits for what is of use only later: it comes when somebody begins (while there is a network), and acts when it is there.
const use = [["[data-step]", "click", "counters"], ["[data-now]", "click", "now"], ["[data-longest]", "input", "too_long"],
  ["[data-menu]", "click", "menus"], ["[data-chosen]", "change", "chosen"], ["[data-plate]", "change", "nameplate"]];
const parts = {
  [ITEM]: ["items", "rest_normal"],
  "[data-devices]": ["devices"],
  [PHOTOS]: ["photos"],
  "[data-repeat]": ["repeat"],
  [DEPENDENT]: ["relevance"],
};

const brought = {}; // name → when it works

async function form(element) {
  const there = [element, ...[...element.querySelectorAll("template")].map((blank) => blank.content)];
  const wanted = Object.keys(parts).filter((selector) => there.some((place) => place.querySelector(selector)));
  await Promise.all(wanted.flatMap((selector) => parts[selector].map((name) => bring(name, selector))));
  // Last: these put unsent answers back, and the others must be listening by then.
  const last = ["keep", "autosave"].find((name) => name in element.dataset);
  if (last === "autosave") await (await phone)?.bring?.(element.dataset.draft).catch(report);
  if (last) (await import(`./${last}.js`)).begin(element);
}

// One that did not arrive, or that this browser cannot read, leaves the others and the plain buttons.
function bring(name, selector) {
  return brought[name] = brought[name] ?? import(`./${name}.js`).then(({ begin }) => begin && behave(selector, begin)).catch(report);
}

for (const [selector, name] of Object.entries(load)) behave(selector, (element) => import(`./${name}.js`).then(({ begin }) => begin && begin(element)));
const used = {}; // name → its module, once it is there
const early = (name) => {
  if (navigator.onLine) used[name] = used[name] ?? import(`./${name}.js`).catch(() => { delete used[name]; });
  return used[name];
};
for (const [selector, kind, name] of use) addEventListener(kind, ({ target }) => {
  const element = target.closest?.(selector);
  if (element) early(name)?.then((module) => module?.act(element));
});
for (const kind of ["pointerdown", "focusin"]) addEventListener(kind, ({ target }) => {
  const form = target.closest?.("form");
  for (const [selector, , name] of use) if (form?.querySelector(selector)) early(name);
  if (form && "autosave" in form.dataset) keepOnPhone();
});
const phone = document.body.dataset.owner !== undefined && mayWait() && import("./phone.js").catch(report); // it finds again
behave(STEP_FORM, form);
alive("app");
