import { describe, expect, it } from "vitest";
import { action, heading, lines, text, type Letter } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";
import { letterText } from "./letter-text.ts";

const shop = { name: "Larkfield", tagline: "Goods for the house", url: "https://shop.example" };
const letter: Letter = {
  subject: "Order 1001",
  blocks: [
    text("Thank you."),
    heading("What you ordered"),
    { kind: "goods", goods: [{ title: "Mug", detail: "Blue", quantity: 2, amount: "€25.00" }, { title: "Bowl", detail: "", quantity: 1 }] },
    { kind: "facts", facts: [{ label: "Total", value: "€25.00", isSum: true }] },
    lines(["Robin Hale", null, "", "Lindenweg 4"]),
    action("See the order", "https://shop.example/orders/find"),
  ],
};

describe("a letter", () => {
  it("reads as plain text, with links on lines of their own", () => {
    expect(letterText(letter, shop)).toBe(
      "Thank you.\n\nWHAT YOU ORDERED\n\n2 × Mug (Blue)  €25.00\n1 × Bowl\n\nTotal: €25.00\n\nRobin Hale\nLindenweg 4\n\nSee the order:\nhttps://shop.example/orders/find\n\n-- \nLarkfield\nhttps://shop.example\n",
    );
  });

  it("says the same as HTML, and needs nothing from elsewhere", () => {
    const page = letterHtml(letter, shop);
    for (const said of ["Thank you.", "Mug", "Blue", "2 ×", "€25.00", "Bowl", "Total", "Robin Hale", "Lindenweg 4", 'href="https://shop.example/orders/find"', "Larkfield"]) expect(page).toContain(said);
    expect(page).not.toMatch(/<(script|img|link|iframe|object)|url\(|@import/i);
    expect(page.match(/https?:\/\/[^"<\s]+/g)?.every((url) => url.startsWith("https://shop.example"))).toBe(true);
  });

  it("lets nothing of what somebody wrote become markup, a paragraph or a header", () => {
    const hostile = 'Robin"><script>alert(1)</script>\r\n\r\nBcc: all@example.com\u202E';
    const written: Letter = {
      subject: hostile,
      blocks: [
        text(hostile),
        heading(hostile),
        lines([hostile]),
        { kind: "goods", goods: [{ title: hostile, detail: hostile, quantity: 1 }] },
        { kind: "facts", facts: [{ label: hostile, value: hostile }] },
        action(hostile, "https://shop.example/"),
      ],
    };
    const page = letterHtml(written, { ...shop, name: "A <b>shop</b>" });
    expect(page).not.toMatch(/<script|<b>|\u202E/);
    expect(page.match(/alert\(1\)/g)).toHaveLength(9);
    const plain = letterText(written, shop);
    expect(plain).not.toMatch(/^\s*Bcc:/m);
    expect(plain).not.toContain("\r");
  });
});
