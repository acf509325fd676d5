import { sanitizeDescription } from "./sanitize-description.ts";

const mostKept = 500;
/** Beyond that a text is made safe each time: few are that long, and they would fill the memory. */
const mostCharacters = 20_000;
const safeByHtml = new Map<string, string>();

/**
 * A stored description as it may be shown. It was made safe when it was stored; again here, because rules become stricter and
 * rows are written by other hands. What is shown often is looked through once.
 */
export function shownDescription(html: string): string {
  const known = safeByHtml.get(html);
  if (known !== undefined) return known;
  const safe = sanitizeDescription(html);
  if (html.length > mostCharacters) return safe;
  if (safeByHtml.size >= mostKept) safeByHtml.delete(safeByHtml.keys().next().value ?? "");
  safeByHtml.set(html, safe);
  return safe;
}
