/* The pad's own screen: opened by a button, left by 完成, Escape and Back alike; whatever way, the strokes stay. The
   history has an entry for it, so that Back leads to the page and not away from it; left otherwise, the entry stays and
   serves the next time: going back in a script could cut off the form that is sent a moment later. */

import { closeModal, isOpen, openModal } from "./modal.js";

export const opener = (place) => place.querySelector("[data-sign]");
export const smallInk = (place) => place.querySelector("[data-signed]");

export function layer(place, { begin, leave }) {
  const again = place.querySelector("[data-sign-again]");
  const dialog = place.querySelector("[data-sign-layer]");
  const name = place.querySelector("[data-signer]");
  let open = false;
  opener(place).disabled = false;

  for (const button of [opener(place), again]) {
    button.addEventListener("click", () => {
      mark(true, history.state?.signing === false ? "replaceState" : "pushState");
      show(button === again);
    });
  }
  dialog.querySelector("[data-sign-done]").addEventListener("click", close);
  dialog.addEventListener("cancel", close); // Escape: at once, too
  dialog.addEventListener("close", left); // told a moment later: by then it may be open again
  addEventListener("popstate", () => (history.state?.signing ? show() : open && close()));
  if (history.state?.signing) show(); // reloaded while signing

  function mark(signing, how = "replaceState") {
    history[how]({ ...history.state, signing }, "");
  }

  function show(anew = false) {
    open = true;
    place.querySelector("[data-signer-shown]").textContent = name.value;
    if (!isOpen(dialog)) openModal(dialog);
    begin(anew);
  }

  function close() {
    closeModal(dialog);
    left(); // at once: a phone opens its keyboard only for a focus that a tap has moved
  }

  function left() {
    if (!open || isOpen(dialog)) return;
    open = false;
    if (history.state?.signing) mark(false);
    leave();
    next().focus();
  }

  /** What is still to do: to sign, or the name; else the button that signs again. */
  function next() {
    if (!opener(place).hidden) return opener(place);
    return name.value ? again : name;
  }
}
