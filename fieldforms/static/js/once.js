/* A second tap while the first is on its way does nothing. Only a courtesy: the server answers twice the same. */

const SLOW = 10_000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || !form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  // After the browser has taken the form's values: a disabled button would be missing in them.
  setTimeout(() => switchAll(form, true, event.submitter));
  setTimeout(() => release(form), SLOW);
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

function release(form) {
  delete form.dataset.sent;
  switchAll(form, false);
}

function switchAll(form, off, submitter) {
  for (const button of form.elements) {
    if (button.type !== "submit") continue;
    button.disabled = off;
    button.toggleAttribute("aria-busy", off && button === submitter);
    if (off && button === submitter) button.setAttribute("aria-busy", "true");
  }
}
