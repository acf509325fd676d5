import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, Html } from "./html.ts";

describe("html", () => {
  it("escapes what is put in, as text and in quoted attributes", () => {
    expect(html`<a title="${'"><script>'}">${"<b>&'`"}</a>`.text).toBe('<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&#96;</a>');
  });

  it("takes HTML as it is, alone and in lists, and numbers as they are written", () => {
    expect(html`<ul>${["a", "<"].map((text) => html`<li>${text}</li>`)}</ul>${new Html("<hr>")}${3}`.text).toBe("<ul><li>a</li><li>&lt;</li></ul><hr>3");
  });

  it("lets no text bring a tag or end an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"'`]/);
      }),
    );
  });
});
