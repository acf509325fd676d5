/** Lower-case ASCII words joined by hyphens: `Crème brûlée!` is `creme-brulee`. Empty when nothing is left. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100)
    .replace(/-+$/, "");
}

/** What a name is sorted by: lower case, no accents, the first 200 characters. */
export function sortKey(name: string): string {
  return fold(name).trim().slice(0, 200);
}

function fold(text: string): string {
  // Most names are plain, and an import asks for thousands a second.
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("Ø", "O")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .toLowerCase();
}

const isAscii = /^\p{ASCII}*$/u;
