import { describe, expect, it } from "vitest";
import { trackingUrl } from "./carriers.ts";

describe("trackingUrl", () => {
  it("knows a carrier however its name is written", () => {
    const post = "https://www.post.at/sv/sendungsdetails?snr=10";
    for (const name of ["Österreichische Post", "OESTERREICHISCHE POST", "osterreichische-post", "post.at"]) expect(trackingUrl(name, "10")).toBe(post);
    expect(trackingUrl("Royal Mail", "AB 123 456 GB")).toBe("https://www.royalmail.com/track-your-item#/tracking-results/AB123456GB");
  });

  it("makes no link for a carrier it does not know, or without a number", () => {
    expect([trackingUrl("Uncle Bob's van", "10"), trackingUrl("DHL", null), trackingUrl(null, "10")]).toEqual([null, null, null]);
  });

  it("keeps what is typed as a number from becoming another address", () => {
    expect(trackingUrl("UPS", "1&x=https://evil.example")).toBe("https://www.ups.com/track?tracknum=1%26x%3Dhttps%3A%2F%2Fevil.example");
  });
});
