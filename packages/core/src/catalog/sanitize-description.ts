import sanitizeHtml from "sanitize-html";

const plainTags = ["p", "ul", "ol", "li", "strong", "em", "b", "i", "u", "s", "h2", "h3", "h4", "blockquote"];

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...plainTags,
    "br", "hr", "a", "img", "span", "div", "sub", "sup", "small", "code", "pre", "figure", "figcaption", "dl", "dt", "dd",
    "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption",
  ],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title", "width", "height", "loading"],
    th: ["colspan", "rowspan", "scope"],
    td: ["colspan", "rowspan"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: {
    h1: "h2",
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "noopener nofollow" } }),
    img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, loading: "lazy" } }),
  },
  nestingLimit: 50,
};

/**
 * HTML that is safe to show as it is: tags and attributes from a list, no scripts, styles or foreign schemes. What is
 * safe already comes back unchanged, so that storing the answer again changes nothing.
 */
export function sanitizeDescription(html: string): string {
  let safe = html.trim();
  // Tags that were nested wrongly may come out in an order that the parser, asked again, would put right once more.
  for (let pass = 0; pass < maxPasses && !isPlain(safe); pass++) {
    const before = safe;
    safe = sanitizeHtml(before, options).trim();
    if (safe === before) break;
  }
  return safe;
}

const maxPasses = 8;
const plainPiece = new RegExp(`[^<>&]+|<(?:br|hr)(?: ?/)?>|<(/?)(${plainTags.join("|")})>|&(?:amp|lt|gt);`, "y");

/**
 * Most descriptions are text with a few bare tags, closed in order: seeing that takes a tenth of the time of the
 * parser. Whatever is any different goes the long way.
 */
function isPlain(html: string): boolean {
  const open: string[] = [];
  plainPiece.lastIndex = 0;
  while (plainPiece.lastIndex < html.length) {
    const piece = plainPiece.exec(html);
    if (!piece) return false;
    const [, slash, tag] = piece;
    if (tag === undefined) continue;
    if (!slash) open.push(tag);
    else if (open.pop() !== tag) return false;
    if (open.length > 20) return false;
  }
  return open.length === 0;
}
