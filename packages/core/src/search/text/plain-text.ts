const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** What of a description is for reading: no tags, no entities, single spaces. */
export function plainText(html: string, longest = 4_000): string {
  return html
    .slice(0, longest * 3)
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/gi, " ")
    .replace(/<\/?(?:a|b|i|u|s|em|strong|span|small|sub|sup|code)\b[^>]*>/gi, "")
    .replace(/<[^>]*(>|$)/g, " ")
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, (_, name: string) => entity(name.toLowerCase()))
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}

function entity(name: string): string {
  if (!name.startsWith("#")) return entities[name] ?? " ";
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : " ";
}
