import { expect, test } from "vitest";
import { readScheme, schemeCookie } from "./scheme.ts";

test("what is remembered is read again, on http and on https", () => {
  for (const isSecure of [false, true]) {
    const [pair = ""] = schemeCookie("dark", isSecure).split(";");
    expect(readScheme(`a=b; ${pair}; c=d`)).toBe("dark");
  }
  expect(readScheme("x_cartwright_scheme=dark; cartwright_scheme=blue")).toBeNull();
});

test("on https the cookie is of this host alone and travels by https", () => {
  expect(schemeCookie("light", true)).toMatch(/^__Host-cartwright_scheme=light; path=\/; max-age=\d+; samesite=lax; secure$/);
});
