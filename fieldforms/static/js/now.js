/* The phone's clock: [data-now=date|minute][data-for=id] writes it into a field, form[data-phone-clock] sends it along as
   phone_at (UTC ms); the server keeps it beside its own. */

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-now]");
  if (!button) return;
  const input = document.getElementById(button.dataset.for);
  const now = new Date();
  const local = new Date(now - now.getTimezoneOffset() * 60_000).toISOString();
  input.value = local.slice(0, button.dataset.now === "date" ? 10 : 16);
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("submit", ({ target }) => {
  if (target.matches("[data-phone-clock]")) target.querySelector('[name="phone_at"]').value = Date.now();
}, { capture: true });
