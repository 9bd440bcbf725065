/* A diagram begins at a box, not at an empty corner; what lies in its middle stays there when its size changes. Where boxes are moved,
   one is dragged with a mouse, and stays where it is let go: the form of the page is sent. A finger scrolls, and taps a box to move it
   by the buttons. */

export function begin(frame) {
  const svg = frame.querySelector("svg");
  if (frame.dataset.arrange) arrange(frame, svg);
  if (!location.hash) showBox(frame, [...svg.querySelectorAll("[data-box]")]);

  let middle = centre(frame, svg);
  frame.addEventListener("scroll", () => { middle = centre(frame, svg); });
  const sizes = frame.parentElement;
  if (sizes.classList.contains("zoomed")) sizes.addEventListener("change", () => lookAt(frame, svg, middle));
}

/** Where no name of one is to be seen: the leftmost one, the upper one of two; if the page's end is above that, the upmost one. */
function showBox(frame, boxes) {
  for (const [along, across] of [["left", "top"], ["top", "left"]]) {
    const around = frame.getBoundingClientRect();
    const places = boxes.map((box) => box.getBoundingClientRect());
    const isSeen = (box) => {
      const [x, y] = [(box.left + box.right) / 2, box.top + 40];
      return x > around.left && x < around.right && box.top >= around.top && y < Math.min(around.bottom, innerHeight);
    };
    if (!places.length || places.some(isSeen)) return;
    const [first] = places.sort((one, two) => Math.round(one[along]) - Math.round(two[along]) || one[across] - two[across]);
    frame.scrollBy(first.left - around.left - 16, first.top - around.top - 48);
  }
}

/** What part of the drawing, from left and from above, is in the middle of what one sees. */
function centre(frame, svg) {
  const [drawn, around] = [svg.getBoundingClientRect(), frame.getBoundingClientRect()];
  return [(around.left + around.width / 2 - drawn.left) / drawn.width, (around.top + around.height / 2 - drawn.top) / drawn.height];
}

function lookAt(frame, svg, [across, down]) {
  const { width, height } = svg.getBoundingClientRect();
  frame.scrollTo(across * width - frame.clientWidth / 2, down * height - frame.clientHeight / 2);
}

function arrange(frame, svg) {
  const columns = JSON.parse(frame.dataset.arrange);
  const moved = JSON.parse(frame.dataset.moved);
  const form = document.querySelector("form[data-move]");
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
