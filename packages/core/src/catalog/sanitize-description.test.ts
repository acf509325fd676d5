import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitizeDescription } from "./sanitize-description.ts";

describe("a description", () => {
  it.each([
    ["plain text", "plain text"],
    ["<p>Fine</p>", "<p>Fine</p>"],
    ["  <p>Fine</p>\n", "<p>Fine</p>"],
    ["<script>alert(1)</script>Hi", "Hi"],
    ["<p onclick=alert(1)>Hi</p>", "<p>Hi</p>"],
    ["<img src=x onerror=alert(1)>", '<img src="x" loading="lazy" />'],
    ['<a href="javascript:alert(1)">x</a>', '<a rel="noopener nofollow">x</a>'],
    ['<a href="https://example.com" target=_blank>x</a>', '<a href="https://example.com" rel="noopener nofollow">x</a>'],
    ["<b>open", "<b>open</b>"],
    ["a < b & c", "a &lt; b &amp; c"],
    ["<h1>Loud</h1>", "<h2>Loud</h2>"],
    ['<p style="position:fixed">x</p><style>p{}</style>', "<p>x</p>"],
    ["<iframe src=https://example.com></iframe>", ""],
    ["<svg><script>1</script></svg>", ""],
  ])("%s becomes %s", (html, safe) => {
    expect(sanitizeDescription(html)).toBe(safe);
  });

  it("is the same when it is made safe again", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<h1>", "</h1>", "<a href='x'>", "</a>", "&amp;", "&nbsp;", "&lt;", "<", ">", "&", '"', "<ul><li>", "</li></ul>", "<!-- c -->", "<img src=x>", "\u00a0", "é"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = sanitizeDescription(pieces.join(""));
        expect(sanitizeDescription(once)).toBe(once);
        expect(once).not.toMatch(/<script|onerror|javascript:/i);
      }),
      { numRuns: 500 },
    );
  });
});
