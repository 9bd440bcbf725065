/* form[data-keep=uuid]: a form that is sent once and does not save itself (the signer's page). Its answers wait in this
   tab until [data-finished] says that the server has them; the ink waits in signature.js. */

import { alive, changed, report } from "./behave.js";
import { bodyOf, fill, servedBody } from "./body.js";
import { recall, remember } from "./unsent.js";

export function begin(form) {
  const key = `draft:${form.dataset.keep}`;
  const kept = recall(key);
  // A refused form shows what was sent, the newer answers. What is kept stays good for the page it came from: that one
  // is opened by a reload or by Back (focus.js).
  const refused = !!document.querySelector(".error-summary, .told");
  const before = refused && kept ? kept.before : servedBody(form);
  const note = () => remember(key, { body: bodyOf(form), before });
  if (!refused && kept?.before === before) {
    fill(form, new URLSearchParams(kept.body));
    changed(form);
  } else if (bodyOf(form) !== before) note();
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  const { toDo } = form.dataset;
  if (toDo) import("./next_open.js").then((module) => module.begin(form, toDo)).catch(report);
  alive("keep");
}
