/* The photo of a nameplate: made smaller before it is sent, and shown at once, so that one can read the numbers off it. */

import { smaller } from "./picture.js";

export async function act(input) {
  const [file] = input.files;
  const shown = input.closest("form").querySelector("[data-plate-shown]");
  if (!file || !shown) return;
  shown.src = URL.createObjectURL(file);
  shown.hidden = false;
  input.nextElementSibling.textContent = input.dataset.plate;
  const small = await smaller(file);
  if (small === file || input.files[0] !== file) return; // another one was taken meanwhile
  const list = new DataTransfer();
  list.items.add(new File([small], "nameplate.jpg", { type: small.type }));
  input.files = list.files;
}
