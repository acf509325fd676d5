import { expect, it } from "vitest";
import { addressOf } from "./address.ts";

const forwarded = new Headers({ "x-forwarded-for": "198.51.100.9, 203.0.113.7" });

it.each([
  ["203.0.113.1", "203.0.113.1"],
  ["127.0.0.1", "203.0.113.7"],
  ["::ffff:10.1.2.3", "203.0.113.7"],
  ["::1", "203.0.113.7"],
  [undefined, null],
])("of %s is %s", (remoteAddress, expected) => {
  expect(addressOf(forwarded, { remoteAddress })).toBe(expected);
});

it("takes a proxy's own address when it says nothing sensible", () => {
  expect(addressOf(new Headers({ "x-forwarded-for": "unknown" }), { remoteAddress: "127.0.0.1" })).toBe("127.0.0.1");
  expect(addressOf(new Headers(), { remoteAddress: "192.168.1.4" })).toBe("192.168.1.4");
});
