/* Nothing focused hides behind the bar; the answer to a POST has an address of its own. */

import { behave } from "./behave.js";

// The answer to a POST: Back or a reload would ask to send it once more. Its own page has what was saved or kept.
behave("[data-address]", ({ dataset }) => history.replaceState(history.state, "", dataset.address));
const measured = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.toggleAttribute("data-tall", target.offsetHeight > innerHeight / 3); // at 200 % text: scrolls with the page
    const name = target.matches(".bar") ? "--bar-height" : "--top-height";
    document.documentElement.style.setProperty(name, `${target.offsetHeight + 16}px`);
  }
});
behave(".top, .bar", (edge) => measured.observe(edge));

behave(".bar", (bar) => {
  // scroll-padding is for scrolling; what is already on screen, half behind the bar, does not scroll by itself.
  document.addEventListener("focusin", ({ target }) => {
    if (bar.contains(target) || getComputedStyle(bar).position !== "sticky") return;
    const hidden = target.getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().top;
    const top = document.querySelector(".top")?.offsetHeight ?? 0;
    const room = target.getBoundingClientRect().top - top - 8;
    if (hidden > 0 && room > 0) scrollBy({ top: Math.min(hidden, room), behavior: "instant" });
  });
});
