/* A field for files that looks like a button says how many were chosen, or which. */

export function act(input) {
  const { files, dataset, nextElementSibling: label } = input;
  if (files.length) label.textContent = dataset.chosen.replace("{n}", files.length).replace("{name}", () => files[0].name);
}
