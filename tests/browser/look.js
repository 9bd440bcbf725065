/* What a page looks like to a finger and to a reader with large type; test_accessibility.py evaluates it. */

globalThis.look = (() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, canvas[tabindex]";
  const TYPED = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), select, textarea";
  const MAIN = ".button.main, .button.sign";

  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const name = (element) => `${element.outerHTML.slice(0, 90).replace(/\s+/g, " ")}…`;

  // For screen readers only, or shown when focused.
  function shown(element) {
    return element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");
  }

  // A tile, and whatever lies inside its label, counts with its label.
  const area = (element) => (element.closest("label") ?? element).getBoundingClientRect();

  // Links inside a sentence are as high as its lines (WCAG 2.5.5 and 2.5.8 except them, too).
  function inSentence(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.textContent.trim().length > element.textContent.trim().length;
  }

  function small(side) {
    return all(CONTROLS)
      .filter((element) => !inSentence(element))
      .map((element) => [element, area(element)])
      .filter(([, { width, height }]) => Math.min(width, height) < side - 0.5)
      .map(([element, { width, height }]) => `${Math.round(width)}×${Math.round(height)} ${name(element)}`);
  }

  const low = (height) => all(MAIN).filter((button) => button.getBoundingClientRect().height < height).map(name);

  const tiny = (size) => all(TYPED).filter((input) => parseFloat(getComputedStyle(input).fontSize) < size).map(name);

  // A table may scroll inside its own frame (WCAG 1.4.10); nothing else may, and nothing may be cut off.
  function sideways() {
    const width = document.documentElement.clientWidth;
    const inFrame = (element) => element.closest(".table-wrap");
    const cut = [...document.body.querySelectorAll("*")]
      .filter((element) => shown(element) && !inFrame(element))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > width + 1 || left < -1;
      });
    const scrolls = document.documentElement.scrollWidth > width;
    return cut.map(name).concat(scrolls ? [`${document.documentElement.scrollWidth} > ${width}`] : []);
  }

  // What says nothing yet takes no room: in a column with gaps it would push the page down by one.
  function empty() {
    const inColumn = ({ position, display }) => position !== "absolute" && position !== "fixed" && display !== "contents";
    return [...document.querySelectorAll("main > *")]
      .filter((element) => shown(element) && inColumn(getComputedStyle(element)))
      .filter((element) => element.getBoundingClientRect().height === 0)
      .map(name);
  }

  return { small, low, tiny, sideways, empty };
})();
