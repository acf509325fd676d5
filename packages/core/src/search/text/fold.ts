const longest = 40;
const isAscii = /^\p{ASCII}*$/u;
const spelled: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ŧ: "t", ħ: "h", ς: "σ" };
const isSpelled = new RegExp(`[${Object.keys(spelled).join("")}]`, "g");

/** A word as it is compared: lower case without accents, letters and digits only, 40 of them at most. Folded again it stays the same. */
export function fold(word: string): string {
  if (isAscii.test(word)) return word.toLowerCase().replace(/[^a-z0-9]+/g, "").slice(0, longest);
  const folded = word
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(isSpelled, (letter) => spelled[letter] ?? letter)
    .normalize("NFC");
  return folded.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
}
