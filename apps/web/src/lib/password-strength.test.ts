import { NewPassword } from "@cartwright/core/accounts/schemas";
import { expect, test } from "vitest";
import { passwordStrength } from "./password-strength.ts";

test("what is long and mixed is strong, what is repeated is not", () => {
  const hints = ["", "ninesigns", "aaaaaaaaaaaaaaaa", "1982041719820417", "lark meadow", "lark meadow kettle"].map(passwordStrength);
  expect(hints).toEqual(["short", "short", "weak", "weak", "fair", "strong"]);
});

test("what it calls short is what the server refuses for it", () => {
  for (const password of ["x".repeat(9), "x".repeat(10)]) {
    expect(NewPassword.safeParse(password).success).toBe(passwordStrength(password) !== "short");
  }
});
