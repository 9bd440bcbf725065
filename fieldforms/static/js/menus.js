/* A menu closes when something beside it is pressed, or with Escape, which gives the focus back to what opened it. */

export function act(menu) {
  if (menu.dataset.menu) return;
  menu.dataset.menu = "closes";
  addEventListener("click", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
