/* form[data-keep=uuid]: a form that is sent once and does not save itself (the signer's page). Its answers wait in this
   tab until [data-finished] says that the server has them; the ink waits in signature.js. */

import { behave, changed } from "./behave.js";
import { bodyOf, fill, servedBody } from "./body.js";
import { recall, remember } from "./unsent.js";

behave("form[data-keep]", (form) => {
  const key = `draft:${form.dataset.keep}`;
  const before = servedBody(form);
  const kept = recall(key);
  const note = () => remember(key, { body: bodyOf(form), before });
  // Another page than the one they were given on is the server's, with what is wrong: its answers are the newer ones.
  if (kept?.before === before) {
    fill(form, new URLSearchParams(kept.body));
    changed(form);
  } else if (bodyOf(form) !== before) note();
  form.addEventListener("input", note);
  form.addEventListener("change", note);
});
