/* A field for files that looks like a button says how many were chosen. */

export function act(input) {
  const { files, dataset, nextElementSibling: label } = input;
  if (files.length) label.textContent = dataset.chosen.replace("{n}", files.length);
}
