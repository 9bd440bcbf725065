/* The phone's clock: [data-now=date|minute][data-for=id] writes it into a field, form[data-phone-clock] sends it along as
   phone_at (UTC ms); the server keeps it beside its own. */

export function begin(element) {
  if (element.matches("form")) element.addEventListener("submit", () => { element.elements.phone_at.value = Date.now(); });
  else element.addEventListener("click", () => write(element));
}

function write({ dataset }) {
  const input = document.getElementById(dataset.for);
  const now = new Date();
  const local = new Date(now - now.getTimezoneOffset() * 60_000).toISOString();
  input.value = local.slice(0, dataset.now === "date" ? 10 : 16);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
