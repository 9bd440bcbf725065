/* [data-copy=text] and [data-share=address][data-title]: the phone's own share sheet, else the clipboard. What happened is
   said in the element data-said=id (role=status), in the button's data-words. */

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-share]");
  if (!button) return;
  event.preventDefault();
  const { copy, share, title, said, words } = button.dataset;
  try {
    if (share && navigator.share) return await navigator.share({ url: share, title });
    await write(copy ?? share);
    const status = document.getElementById(said);
    if (status) status.textContent = words;
  } catch { /* the person closed the sheet */ }
});

async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea"); // plain http has no clipboard API
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
