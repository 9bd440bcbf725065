/* The board: a card dragged onto a person is given to them; no news comes while something is held or a menu is open. */

let held = null;

export function begin(board) {
  for (const when of ["request", "swap"]) { // between the two something may have been taken up
    board.addEventListener(`htmx:before:${when}`, (event) => {
      if (held || document.hidden || document.querySelector("details[open]")) event.preventDefault();
    });
  }
  board.addEventListener("dragstart", (event) => {
    held = event.target.closest?.("[data-card]") ?? null;
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.id);
    board.toggleAttribute("data-dragging", true);
  });
  board.addEventListener("dragend", () => {
    held = null;
    board.removeAttribute("data-dragging");
    over(board, null);
  });
  board.addEventListener("dragover", (event) => {
    const person = held && event.target.closest?.("[data-engineer]");
    over(board, person);
    if (person) event.preventDefault(); // here it may be dropped
  });
  board.addEventListener("drop", (event) => {
    const person = held && event.target.closest?.("[data-engineer]");
    if (!person) return;
    event.preventDefault();
    give(board, held, person.dataset.engineer);
  });
}

function over(board, person) {
  for (const each of board.querySelectorAll("[data-engineer]")) each.toggleAttribute("data-over", each === person);
}

/** A reason is asked on a page of its own; else it is done at once. */
function give(board, card, user) {
  if (card.matches("[data-asks]")) return location.assign(`${card.dataset.card}?user=${user}`);
  const form = board.querySelector("[data-assign]");
  form.action = card.dataset.card;
  form.elements.user.value = user;
  form.submit();
}
