/* Nothing is sent while a syllable is being composed, and one event comes when it is done.

   Chromium's last `input` of a composition still says isComposing, so those are all stopped at the top and one plain
   `input` follows each compositionend: htmx triggers and our modules listen to `input` and need no rules of their own. */

let open = false;

export const composing = () => open;

const first = { capture: true };

document.addEventListener("compositionstart", () => { open = true; }, first);

document.addEventListener("compositionend", (event) => {
  open = false;
  // After the browser has put the text into the field, in whatever order it fires.
  queueMicrotask(() => event.target.dispatchEvent(new InputEvent("input", { bubbles: true })));
}, first);

document.addEventListener("input", (event) => {
  if (event.isComposing) event.stopImmediatePropagation();
}, first);

// Enter chooses a candidate; 229 is what Safari says just after the composition has ended.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.isComposing || event.keyCode === 229)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}, first);
