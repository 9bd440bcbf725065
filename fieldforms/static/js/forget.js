/* form[data-forget] (signing out), [data-finished=uuid] (the server has that draft) and [data-forget-draft=uuid] (a button or
   link that gives it up): the phone keeps nothing of it. */

import { behave } from "./behave.js";
import { forget } from "./unsent.js";

behave("form[data-forget]", (form) => form.addEventListener("submit", () => forget()));
behave("[data-finished]", (element) => forget(element.dataset.finished));

document.addEventListener("click", ({ target }) => {
  const given = target.closest?.("[data-forget-draft]");
  if (given) forget(given.dataset.forgetDraft);
}, { capture: true });
