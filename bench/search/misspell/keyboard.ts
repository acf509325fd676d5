const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Each row of a QWERTY keyboard stands half a key to the right of the one above. */
const keys = rows.flatMap((row, y) => Array.from(row, (letter, x) => ({ letter, x: x + y / 2, y })));
/** Half a key aside and a row away is 1.12 keys; the next but one is 2. */
const reach = 1.2;

const neighbours = new Map(
  keys.map((key) => [key.letter, keys.filter((other) => other !== key && Math.hypot(other.x - key.x, other.y - key.y) < reach).map(({ letter }) => letter)]),
);

/** The letters around a key that a finger hits instead; none for what is not a letter from a to z. */
export function neighboursOf(letter: string): readonly string[] {
  return neighbours.get(letter) ?? [];
}
