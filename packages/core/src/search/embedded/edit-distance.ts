const widest = 48;
// Three rows, used again by every call: nothing waits in here, so no two calls are in it at once.
let previous = new Uint8Array(widest);
let beforePrevious = new Uint8Array(widest);
let current = new Uint8Array(widest);

/**
 * How many typing errors lie between two words: a letter too many, too few or wrong, or two swapped, each once and none
 * inside another. Stops at `most + 1`, which stands for anything above.
 */
export function editDistance(a: string, b: string, most: number): number {
  const over = most + 1;
  if (Math.abs(a.length - b.length) > most || a.length >= widest || b.length >= widest) return over;
  if (a === b) return 0;
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    let least = (current[0] = i);
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let edits = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) edits = Math.min(edits, at(beforePrevious, j - 2) + 1);
      current[j] = edits;
      if (edits < least) least = edits;
    }
    // Two rows count, because a swap reaches back over one.
    if (least > most && i > 1 && rowLeast(previous, b.length) > most) return over;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return Math.min(at(previous, b.length), over);
}

function at(row: Uint8Array, i: number): number {
  return row[i] ?? 0;
}

function rowLeast(row: Uint8Array, length: number): number {
  let least = widest;
  for (let j = 0; j <= length; j += 1) least = Math.min(least, at(row, j));
  return least;
}

/** Which letters a word has, a bit each: two words differ in at least half as many errors as bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return mask;
}

/** The fewest errors that lie between words of these masks: a wrong letter changes two bits. */
export function leastEdits(a: number, b: number): number {
  return Math.max(bits(a & ~b), bits(b & ~a));
}

/** How many of the letters of the first mask the second has not. */
export function lettersMissing(a: number, b: number): number {
  return bits(a & ~b);
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
