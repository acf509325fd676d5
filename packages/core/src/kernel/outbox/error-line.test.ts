import { describe, expect, it } from "vitest";
import { DomainError } from "../errors.ts";
import { errorLine } from "./error-line.ts";

describe("what is kept of an error", () => {
  it("is one line without a stack", () => {
    expect(errorLine(new TypeError("no\n   answer"))).toBe("TypeError: no answer");
    expect(errorLine(new DomainError("conflict", "order.wrong_status", "Order 7 is cancelled."))).toBe("order.wrong_status: Order 7 is cancelled.");
    expect(errorLine("text")).toBe("text");
    expect(errorLine(new Error("x".repeat(1_000)))).toHaveLength(500);
  });

  it("has no values of a statement in it", () => {
    const failed = Object.assign(new Error("Failed query: insert … params: robin@example.com", { cause: new Error("disk full") }), { query: "insert …", params: ["robin@example.com"] });
    expect(errorLine(failed)).toBe("Error: disk full");
  });
});
