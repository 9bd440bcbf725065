/* form[data-forget] (signing out) and [data-finished="draft uuid"] (the server has it): the phone keeps nothing. */

import { behave } from "./behave.js";
import { forget } from "./unsent.js";

behave("form[data-forget]", (form) => form.addEventListener("submit", () => forget()));
behave("[data-finished]", (element) => forget(element.dataset.finished));
