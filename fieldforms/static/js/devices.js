/* Devices added by their code, typed or scanned; they fill the counts that are numbers of devices of a category. */

import { changed, fetchWithin, headers } from "./behave.js";
import { counts, items } from "./items.js";

const PATIENCE = 10_000; // of somebody who has typed a code and waits for its device

export function begin(place) {
  const { devices: name, lookupUrl: url } = place.dataset;
  if (!url) return;
  const form = place.closest("form");
  const list = place.querySelector("[data-device-list]");
  const input = place.querySelector("[data-device-code]");
  const status = place.querySelector("[data-device-status]");

  place.querySelector("[data-device-add]").addEventListener("click", (event) => {
    event.preventDefault();
    add(input.value);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add(input.value);
  });
  list.addEventListener("change", () => recount(true));
  const offers = place.querySelector("[data-device-offers]");
  offers?.addEventListener("change", ({ target }) => {
    take(target.closest("[data-device]"));
    (offers.querySelector("input") ?? input).focus({ preventScroll: true });
    recount(true);
  });
  form.addEventListener("restore", ({ detail }) => {
    for (const code of detail.getAll(name)) if (!list.contains(find(code))) find(code) ? add(code) : putBack(code);
  });
  for (const early of offers?.querySelectorAll("input:checked") ?? []) take(early.closest("[data-device]"));
  offerScanning();
  recount(false);

  async function add(typed) {
    const code = codeIn(typed);
    if (!code) return;
    const known = find(code);
    status.textContent = ""; // before it is asked for: what an earlier one is answered meanwhile stays
    if (known) take(known);
    else if (!(await bring(code))) return;
    if (codeIn(input.value) === code) input.value = "";
    settle();
  }

  /** By its code at once, which is saved with all else; its name comes, or word that there is no such device. */
  async function putBack(code) {
    const li = list.appendChild(document.createElement("li"));
    li.dataset.device = code;
    li.innerHTML = '<label class="check"><input type="checkbox" checked><span><b></b></span></label>';
    Object.assign(li.querySelector("input"), { name, value: code });
    li.querySelector("b").textContent = code;
    await bring(code, li);
    settle();
  }

  function settle() {
    recount(true);
    changed(form);
  }

  async function bring(code, standIn) {
    try {
      const query = new URLSearchParams({ code, name });
      const response = await fetchWithin(PATIENCE, `${url}?${query}`, { headers: headers() });
      const fragment = document.createRange().createContextualFragment(await response.text());
      if (!response.ok) {
        status.textContent = fragment.textContent.trim();
        if (response.status === 404) standIn?.remove();
        return false;
      }
      if (standIn) fragment.querySelector("input").checked = standIn.querySelector("input").checked; // taken away meanwhile
      const known = find(fragment.querySelector("[data-device]").dataset.device);
      if (standIn) standIn.replaceWith(fragment);
      else if (known) take(known);
      else list.append(fragment);
      return true;
    } catch {
      status.textContent = status.dataset.failed;
      return false;
    }
  }

  /** Among those that were added, and those of the room that are offered. */
  function find(code) {
    return [...place.querySelectorAll("[data-device]")].find((li) => li.dataset.device === code);
  }

  function take(item) {
    item.querySelector("input").checked = true;
    if (list.contains(item)) return;
    list.append(item);
    status.textContent = `✓ ${item.querySelector("b").textContent}`;
    offers.hidden = !offers.querySelector("[data-device]");
  }

  /** A count still blank, or still what scanning put there, follows; what was counted by hand stays. */
  function recount(fill) {
    const categories = [...list.querySelectorAll("input:checked")].map((input) => input.closest("li").dataset.category);
    for (const item of items(form)) {
      if (!item.dataset.categories) continue;
      const wanted = item.dataset.categories.split(" ");
      const number = categories.filter((category) => wanted.includes(category)).length;
      const before = item.dataset.scanned ?? "";
      const [first] = counts(item);
      item.dataset.scanned = number || "";
      if (fill && String(number || "") !== before && first.value === before) first.value = number || "";
      tell(item, number);
    }
  }

  function tell(item, number) {
    const scanned = item.querySelector('[data-origin="devices"]');
    scanned.hidden = !number;
    scanned.querySelector("[data-origin-count]").textContent = number;
    if (number) item.querySelector('[data-origin="last"]').hidden = true;
  }

  function offerScanning() {
    const button = place.querySelector("[data-scan]");
    if (!navigator.mediaDevices?.getUserMedia) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        const { scan } = await import("./scan.js");
        const read = await scan(place);
        if (read) await add(read);
      } catch {
        status.textContent = status.dataset.noCamera;
      }
    });
  }
}

/** A label carries HTTPS://HOST/D/7K3QF9X2MN; people type the last part, in any case, in groups as it is printed. */
function codeIn(text) {
  return text.split(/[/?#]/).filter((part) => part.trim()).pop()?.toUpperCase().replace(/[\s-]/g, "") ?? "";
}
