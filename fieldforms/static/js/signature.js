/* The pad. Points are what is kept: the canvas is drawn again from them whenever its width changes (a turned phone),
   and a changed height alone is only the address bar. Whether it is enough ink is the server's to say. */

import { recall, remember } from "./unsent.js";

const INK = "#20418f"; // on white in the dark too: what is signed looks the same everywhere

export async function begin(place) {
  const { default: SignaturePad } = await import(place.dataset.signature);
  const canvas = place.querySelector("canvas");
  const strokes = place.querySelector("[data-strokes]");
  const undo = place.querySelector("[data-undo-stroke]");
  const clear = place.querySelector("[data-clear]");
  const key = place.dataset.draft ? `ink:${place.dataset.draft}` : null;
  const pad = new SignaturePad(canvas, { penColor: INK, minWidth: 1, maxWidth: 3 });
  let groups = JSON.parse(strokes.value || "null") ?? (key && recall(key)) ?? [];
  let width = 0;

  new ResizeObserver(fit).observe(canvas);
  fit();
  keep();
  pad.addEventListener("endStroke", () => {
    groups = pad.toData();
    keep();
  });
  undo.addEventListener("click", () => draw(groups.slice(0, -1)));
  clear.addEventListener("click", () => draw([]));
  typedInstead(place, () => draw([]));

  function fit() {
    const box = canvas.getBoundingClientRect();
    if (!box.width || Math.abs(box.width - width) < 1) return;
    width = box.width;
    const ratio = Math.max(devicePixelRatio || 1, 1);
    canvas.width = box.width * ratio;
    canvas.height = box.height * ratio;
    canvas.getContext("2d").scale(ratio, ratio);
    pad.fromData(shown(box)); // resizing has cleared the pixels, never the points
  }

  /** Ink drawn on a wider pad is shown smaller, so that none of it is cut off; the points kept stay as they were. */
  function shown(box) {
    const points = groups.flatMap((group) => group.points);
    const scale = Math.min(1, ...points.map(({ x, y }) => Math.min(box.width / (x + 4), box.height / (y + 4))));
    if (scale === 1) return groups;
    return groups.map((group) => ({ ...group, points: group.points.map((p) => ({ ...p, x: p.x * scale, y: p.y * scale })) }));
  }

  function draw(next) {
    groups = next;
    pad.clear();
    if (groups.length) pad.fromData(shown(canvas.getBoundingClientRect()));
    keep();
  }

  function keep() {
    strokes.value = groups.length ? JSON.stringify(groups.map(({ points }) => ({ points }))) : "";
    if (key) remember(key, groups.length ? groups : null);
    undo.disabled = clear.disabled = !groups.length;
    place.querySelector(".pad").toggleAttribute("data-inked", groups.length > 0);
  }
}

function typedInstead(place, empty) {
  const button = place.querySelector("[data-typed-instead]");
  const typed = place.querySelector("[data-typed]");
  const consent = place.querySelector("[data-typed-consent]");
  typed.hidden = !consent.checked;
  button.setAttribute("aria-expanded", String(!typed.hidden));
  button.addEventListener("click", () => {
    typed.hidden = !typed.hidden;
    consent.checked = !typed.hidden;
    button.setAttribute("aria-expanded", String(!typed.hidden));
    if (!typed.hidden) empty();
  });
}
