import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test("keeps paths of this site and nothing else", () => {
  expect(safePath("/account?page=2")).toBe("/account?page=2");
  for (const text of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example", "/\n/elsewhere.example", "/a\\b", "javascript:alert(1)", "", undefined]) {
    expect(safePath(text)).toBeUndefined();
  }
});
