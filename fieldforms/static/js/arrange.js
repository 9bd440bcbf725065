/* A box of a diagram is dragged with a mouse; where it is let go, it stays: the form of the page is sent. A finger scrolls, and taps
   a box to move it by the buttons. */

export function begin(frame) {
  const columns = JSON.parse(frame.dataset.arrange);
  const moved = JSON.parse(frame.dataset.moved);
  const form = document.querySelector("form[data-move]");
  const svg = frame.querySelector("svg");
  let held = null;

  frame.classList.add("moving");
  svg.addEventListener("pointerdown", (event) => {
    const box = event.target.closest("[data-box]");
    if (!box || event.pointerType !== "mouse" || event.button) return;
    held = { box, x: event.clientX, y: event.clientY, scale: svg.viewBox.baseVal.width / svg.getBoundingClientRect().width, moved: false };
    event.preventDefault();
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const [across, down] = way(event);
    held.moved = held.moved || Math.hypot(across, down) > 4;
    if (held.moved) held.box.setAttribute("transform", `translate(${across} ${down})`);
  });
  addEventListener("pointerup", (event) => {
    if (held?.moved) send(held.box, ...way(event));
    setTimeout(() => { held = null; }); // after the click that the same finger makes
  });
  svg.addEventListener("click", (event) => { if (held?.moved) event.preventDefault(); }, true);

  const way = (event) => [(event.clientX - held.x) * held.scale, (event.clientY - held.y) * held.scale];

  function send(box, across, down) {
    const rect = box.querySelector("rect").getBBox();
    const top = Number(box.dataset.place.split(",")[1]) + down;
    form.elements.box.value = box.dataset.box;
    form.elements.version.value = JSON.stringify({ place: moved[box.dataset.box] ?? "" });
    const button = Object.assign(document.createElement("button"), { name: "place", hidden: true });
    button.value = `${column(rect.x + rect.width / 2 + across)},${Math.max(0, Math.round(top))}`;
    form.append(button);
    button.click();
  }

  /** The column whose middle is nearest; beside all of them it is a new one. */
  function column(x) {
    const [first, last] = [columns[0], columns[columns.length - 1]];
    if (x < first[1] - 20) return first[0] - 1;
    if (x > last[2] + 20) return last[0] + 1;
    const middle = ([, left, right]) => Math.abs(x - (left + right) / 2);
    return columns.reduce((best, each) => (middle(each) < middle(best) ? each : best))[0];
  }
}
