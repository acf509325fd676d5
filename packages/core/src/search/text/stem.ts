/** Plurals that no rule makes, and one that looks like a plural. */
const irregular = new Map([
  ["men", "man"], ["women", "woman"], ["children", "child"], ["people", "person"], ["feet", "foot"], ["teeth", "tooth"], ["geese", "goose"],
  ["mice", "mouse"], ["leaves", "leaf"], ["loaves", "loaf"], ["halves", "half"], ["wives", "wife"], ["calves", "calf"], ["elves", "elf"],
  ["thieves", "thief"], ["lens", "lense"], ["gray", "grey"],
]);

/**
 * A key that the forms of a noun share, and some of its spellings: "berries" and "berry", "colour" and "color". It need
 * be no word: nothing is stored or shown by it.
 */
export function stem(term: string): string {
  if (/[^a-z]/.test(term)) return term;
  const singular = withoutPlural(irregular.get(term) ?? term);
  const word = irregular.get(singular) ?? singular;
  return word.length < 4 ? word : withoutE(word).replace(/(?<=^..+)our$/, "or").replace(/(?<=[^aeiou])re$/, "er").replace(/(?<=...)iz$/, "is");
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (/(sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  if (/(shel|scar|wol)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  if (word.endsWith("knives")) return `${word.slice(0, -3)}fe`;
  return word.slice(0, -1);
}

/** The e of "cookie", "shoe", "size" and "headache" goes, because their plurals can't be told from those of "berry" or "box". */
function withoutE(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  if (/(..ie|oe|[sxz]e|[cs]he)$/.test(word)) return word.slice(0, -1);
  return word;
}
