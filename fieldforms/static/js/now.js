/* [data-now=date|minute][data-for=id] writes the moment into a field, as the company's calendar has it (body[data-zone]:
   the phone may be set to another); form[data-phone-clock] sends the phone's clock along as phone_at (UTC ms): the server keeps it
   beside its own. */

export function begin(form) {
  form.addEventListener("submit", () => { form.elements.phone_at.value = Date.now(); });
}

export function act({ dataset }) {
  const input = document.getElementById(dataset.for);
  input.value = localMinute(document.body.dataset.zone).slice(0, dataset.now === "date" ? 10 : 16);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** 2026-11-24T14:10 */
export function localMinute(zone) {
  const wanted = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const parts = new Intl.DateTimeFormat("en-GB", { ...wanted, timeZone: zone }).formatToParts(new Date());
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** UTC ms as 09:40, of another day with it, in the page's language and the company's zone. */
export function momentOf(ms) {
  const { zone } = document.body.dataset;
  const day = new Date(ms).toDateString() === new Date().toDateString() ? {} : { month: "numeric", day: "numeric" };
  return new Date(ms).toLocaleString(document.documentElement.lang, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
}
