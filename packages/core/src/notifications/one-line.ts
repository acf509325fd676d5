/** Controls, and the marks that turn the direction of what follows or hide letters. */
// oxlint-disable-next-line no-control-regex -- these are the ones that have no place in a line
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** What somebody wrote, as one line of plain letters: it can neither begin a header nor a paragraph of its own. */
export function oneLine(text: string, longest = 300): string {
  const line = text.replace(unseen, " ").replace(/\s+/g, " ").trim();
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : line;
}
