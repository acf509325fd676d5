import { endCount, type ReadDocument } from "./read-document.ts";

const listLength = 65_536;

/** Puts the numbers of many documents into few long lists: lists of their own would take more room than what is in them. */
export class NumberLists {
  private list = new Int32Array(0);
  private used = 0;

  /** The same document, with its numbers in a list of these. */
  take(document: ReadDocument): ReadDocument {
    const { numbers, start, end } = document;
    const length = end - start;
    if (this.used + length > this.list.length) {
      this.list = new Int32Array(Math.max(listLength, length));
      this.used = 0;
    }
    const at = this.used;
    this.used += length;
    this.list.set(numbers.subarray(start, end), at);
    // The first numbers are places in the list.
    for (let field = at; field < at + endCount; field += 1) this.list[field] = (this.list[field] ?? 0) + at - start;
    return { ...document, numbers: this.list, start: at, end: at + length };
  }
}
