/* [data-copy][data-print]: this page, on paper. [data-copy=text] and [data-share=address][data-title]: the phone's own share sheet, else the clipboard; data-copied is what
   the button says then. [data-select-all]: a tap selects, to copy by hand. */

const SAID = 3_000;

export function begin(element) {
  if ("selectAll" in element.dataset) element.addEventListener("focus", () => element.select());
  else element.addEventListener("click", () => give(element));
}

async function give(button) {
  const { copy, share, title, copied } = button.dataset;
  if ("print" in button.dataset) return print();
  try {
    if (share && navigator.share) return await navigator.share({ url: share, title });
    await write(copy ?? share);
    if (copied) say(button, copied);
  } catch { /* the person closed the sheet */ }
}

function say(button, words) {
  const before = button.textContent;
  if (before === words) return;
  button.setAttribute("aria-live", "polite");
  button.textContent = words;
  setTimeout(() => { button.textContent = before; }, SAID);
}

async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea"); // plain http has no clipboard API
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
