/* The pad. Points are what is kept: the canvas is drawn again from them whenever its size changes (a turned phone).
   Whether it is enough ink is the server's to say; what is no more than a tap is told as soon as the pad is left. */

import { changed } from "./behave.js";
import { layer, opener, smallInk } from "./sign_layer.js";
import { recall, remember } from "./unsent.js";

const LEAST = { length: 40, extent: 24 }; // CSS pixels, as forms/strokes.py
const INK = "#20418f"; // on white in the dark too: what is signed looks the same everywhere

export async function begin(place) {
  const { default: SignaturePad } = await import(place.dataset.signature);
  const canvas = place.querySelector("canvas");
  const strokes = place.querySelector("[data-strokes]");
  const undo = place.querySelector("[data-undo-stroke]");
  const clear = place.querySelector("[data-clear]");
  const key = place.dataset.draft ? `ink:${place.dataset.draft}` : null;
  const drawing = smallInk(place);
  const told = place.querySelector("[data-too-little]");
  const pad = new SignaturePad(canvas, { penColor: INK, minWidth: 1, maxWidth: 3 });
  let groups = strokes.value ? read(strokes.value) : (key && recall(key)) ?? [];
  let before = null; // what was there when somebody began to sign again
  let size = "";
  let drawn = false; // by a stroke under way: nothing may clear it

  new ResizeObserver(fit).observe(canvas);
  fit();
  keep();
  pad.addEventListener("beginStroke", () => { drawn = true; });
  pad.addEventListener("endStroke", () => {
    drawn = false;
    groups = pad.toData();
    keep();
    fit();
  });
  undo.addEventListener("click", () => draw(groups.slice(0, -1)));
  clear.addEventListener("click", () => draw([]));
  const drawnInstead = typedInstead(place, () => draw([]));
  layer(place, { begin, leave });

  function begin(again) {
    before = again ? groups : null;
    if (again) draw([]);
  }

  /** Whoever began again and drew nothing keeps what was there. */
  function leave() {
    if (before && !groups.length) draw(before);
    before = null;
    if (groups.length) drawnInstead();
    told.textContent = groups.length && !isEnough(groups) ? told.dataset.tooLittle : "";
  }

  function fit() {
    const box = canvas.getBoundingClientRect();
    const now = `${Math.round(box.width)} ${Math.round(box.height)}`;
    if (!box.width || drawn || now === size) return;
    size = now;
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
    const box = canvas.getBoundingClientRect();
    if (!box.width) size = ""; // out of sight: drawn when it is opened
    else if (groups.length) pad.fromData(shown(box));
    keep();
  }

  function keep() {
    const text = write(groups);
    const answer = !("unsaved" in strokes.dataset) && text !== strokes.value; // of a sheet that saves itself
    strokes.value = text;
    if (answer) changed(strokes);
    if (key) remember(key, groups.length ? groups : null);
    undo.disabled = clear.disabled = !groups.length;
    place.querySelector(".pad").toggleAttribute("data-inked", groups.length > 0);
    opener(place).hidden = isEnough(groups); // else it leads back to what was drawn
    if (opener(place).hidden || !groups.length) told.textContent = "";
    drawing.hidden = !groups.length;
    drawSmall(drawing.querySelector("svg"), groups);
  }
}

/** More than a tap or a slip of the thumb. */
function isEnough(groups) {
  const lines = groups.map(({ points }) => points);
  const length = (line) => line.slice(1).reduce((sum, { x, y }, at) => sum + Math.hypot(x - line[at].x, y - line[at].y), 0);
  const span = (axis, all = lines.flat().map((point) => point[axis])) => Math.max(...all) - Math.min(...all);
  return lines.reduce((sum, line) => sum + length(line), 0) >= LEAST.length && Math.hypot(span("x"), span("y")) >= LEAST.extent;
}

/** The ink beside the form: the same points as lines, as large as they need. */
function drawSmall(svg, groups) {
  const points = groups.flatMap((group) => group.points);
  if (!points.length) return;
  const [left, top] = ["x", "y"].map((axis) => Math.min(...points.map((point) => point[axis])) - 4);
  const [right, bottom] = ["x", "y"].map((axis) => Math.max(...points.map((point) => point[axis])) + 4);
  svg.setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
  const line = ({ points: all }) => `M${(all.length > 1 ? all : [all[0], all[0]]).map(({ x, y }) => `${x} ${y}`).join("L")}`;
  svg.querySelector("path").setAttribute("d", groups.map(line).join(""));
}

/** The points as the server keeps them: see forms/strokes.py. */
function write(groups) {
  return groups.map(({ points }) => {
    let last = [0, 0, 0, 0];
    return points.map(({ x, y, time, pressure }) => {
      const now = [x * 100, y * 100, time, pressure * 100].map(Math.round);
      const steps = now.map((value, at) => value - last[at]);
      last = now;
      return steps.join("_");
    }).join("_");
  }).join(" ");
}

function read(text) {
  return text.split(" ").map((stroke) => {
    const numbers = stroke.split("_").map(Number);
    const points = [];
    for (let at = 0; at < numbers.length; at += 1) {
      if (at > 3) numbers[at] += numbers[at - 4];
      if (at % 4 === 3) {
        const [x, y, time, pressure] = numbers.slice(at - 3);
        points.push({ x: x / 100, y: y / 100, time, pressure: pressure / 100 });
      }
    }
    return { points };
  });
}

function typedInstead(place, empty) {
  const button = place.querySelector("[data-typed-instead]");
  const typed = place.querySelector("[data-typed]");
  const consent = place.querySelector("[data-typed-consent]");
  open(consent.checked);
  button.addEventListener("click", () => {
    open(typed.hidden);
    if (!typed.hidden) empty();
  });
  return () => open(false);

  function open(yes) {
    typed.hidden = !yes;
    consent.checked = yes;
    button.setAttribute("aria-expanded", String(yes));
  }
}
