import { slugify } from "@cartwright/core/kernel/text";
import { createHash } from "node:crypto";

const maxSlugLength = 100;

/** The slug of each product of a file, and whether the file had it before. */
export class FileSlugs {
  readonly #rowBySlug = new Map<string, number>();

  /** A slug nobody has yet, made of a name; `ending` tells two of the same name apart, always in the same way. */
  unique(name: string, ending: string, row: number): string {
    const slug = slugify(name) || `product-${ending}`;
    const free = this.#rowBySlug.has(slug) ? withEnding(slug, ending) : slug;
    this.claim(free, row);
    return free;
  }

  /** The row that took the slug before, or null; from now on it is taken. */
  claim(slug: string, row: number): number | null {
    const before = this.#rowBySlug.get(slug);
    if (before !== undefined) return before;
    this.#rowBySlug.set(slug, row);
    return null;
  }
}

function withEnding(slug: string, ending: string): string {
  return `${slug.slice(0, maxSlugLength - ending.length - 1).replace(/-+$/, "")}-${ending}`;
}

/** Eight characters that stand for a text. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
