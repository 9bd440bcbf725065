/* [data-now=date|minute][data-for=id]: the phone's clock into a date or time field; the server checks it. */

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-now]");
  if (!button) return;
  const input = document.getElementById(button.dataset.for);
  const now = new Date();
  const local = new Date(now - now.getTimezoneOffset() * 60_000).toISOString();
  input.value = local.slice(0, button.dataset.now === "date" ? 10 : 16);
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
