/* [data-phone-list], /phone: what waits here; and without a network which pages are kept, and why one looks at this one. */

import { report } from "./behave.js";
import { bringWords, showIn } from "./phone_state.js";

const { kept, missed, owner } = document.body.dataset;

export function begin(place) {
  showIn(place).catch(report);
  if (missed) document.querySelector(`[data-phone-missed="${missed}"]`).hidden = false;
  if (kept) showPages().catch(report);
}

async function showPages() {
  document.querySelector("[data-phone-offline]").hidden = false;
  const blank = (await bringWords()).content.querySelector("[data-phone-page]");
  const cache = await caches.open(`pages-${owner}`);
  for (const request of (await cache.keys()).reverse()) {
    const page = await cache.match(request, { ignoreVary: true });
    const title = /<title>([^<]*)/.exec(await page.text());
    const li = blank.cloneNode(true);
    Object.assign(li.querySelector("a"), { href: request.url, textContent: title ? title[1] : request.url });
    document.querySelector("[data-phone-pages]").append(li);
  }
}

document.addEventListener("unsendable", (event) => {
  const { target } = event.detail || {};
  if (!target || !("phoneFind" in target.dataset)) return;
  event.preventDefault();
  location.assign(`/find?${new URLSearchParams(new FormData(target))}`); // the worker looks among what it keeps
});
