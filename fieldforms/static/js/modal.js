/* A dialog all else waits for. Without showModal (Safari before 15.4) it lies over the page by CSS alone, and what the
   browser would do is done here: focus goes in and stays, Escape closes. */

export const isOpen = (dialog) => dialog.hasAttribute("open");

export function openModal(dialog) {
  if (dialog.showModal) return dialog.showModal();
  const enter = () => dialog.querySelector("[autofocus], button").focus();
  const stay = ({ target }) => { if (!dialog.contains(target)) enter(); };
  dialog.setAttribute("open", "");
  dialog.setAttribute("role", "dialog");
  dialog.onkeydown = ({ key }) => { if (key === "Escape") closeModal(dialog); };
  document.addEventListener("focusin", stay);
  dialog.addEventListener("close", () => document.removeEventListener("focusin", stay), { once: true });
  enter();
}

export function closeModal(dialog) {
  if (dialog.close) return dialog.close();
  if (!isOpen(dialog)) return;
  dialog.removeAttribute("open");
  dialog.dispatchEvent(new Event("close"));
}
