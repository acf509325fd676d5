import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEnv } from "../env.ts";
import { keptSecret } from "../server-secret.ts";
import { secretBox } from "./secret-box.ts";

const secret = "Zk1Yc0V2d3l1bW9uZ2xhc3NhcGVyc2lrYWxlcHQ4Nw==";

describe("secretBox", () => {
  const box = secretBox(secret);

  it("opens what it sealed, and seals the same text differently each time", () => {
    const sealed = [box.seal("JBSWY3DPEHPK3PXP", "totp acc_1"), box.seal("JBSWY3DPEHPK3PXP", "totp acc_1")];
    expect(new Set(sealed).size).toBe(2);
    for (const one of sealed) {
      expect(one).not.toContain("JBSWY3DPEHPK3PXP");
      expect(secretBox(secret).open(one, "totp acc_1")).toBe("JBSWY3DPEHPK3PXP");
    }
  });

  it("opens nothing for another purpose, under another secret, or that was changed", () => {
    const sealed = box.seal("a secret", "totp acc_1");
    expect(() => box.open(sealed, "totp acc_2")).toThrow(/authenticate/);
    expect(() => secretBox(`${secret}2`).open(sealed, "totp acc_1")).toThrow(/another CARTWRIGHT_SECRET/);
    const [head, name, content = ""] = sealed.split(".");
    const changed = Buffer.from(content, "base64url");
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => box.open([head, name, changed.toString("base64url")].join("."), "totp acc_1")).toThrow(/authenticate/);
    for (const nothing of ["", "v1", "v1.x.y"]) expect(() => box.open(nothing, "totp acc_1")).toThrow(/another CARTWRIGHT_SECRET/);
  });
});

describe("the server's secret", () => {
  const folder = mkdtempSync(join(tmpdir(), "cartwright-secret-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const production = (given: Record<string, string>) => () => readEnv({ NODE_ENV: "production", ...given });

  it.each([
    ["none", {}],
    ["an empty one", { CARTWRIGHT_SECRET: "" }],
    ["a short one", { CARTWRIGHT_SECRET: "Zk1Yc0V2d3l1bW9uZ2xhc3Nh" }],
    ["one letter many times", { CARTWRIGHT_SECRET: "a".repeat(64) }],
    ["a word many times", { CARTWRIGHT_SECRET: "changeme".repeat(4) }],
  ])("keeps production from starting with %s, and says what to do", (_, given) => {
    expect(production(given)).toThrow(/^CARTWRIGHT_SECRET .*openssl rand -base64 32$/);
  });

  it.each([secret, "0f".repeat(4) + "9b3c71d2e84a65f0179bd3c2e6a8405f1e7c", "6f1c4b8e-3a52-4d09-9be7-5c2d80a1f364"])("is taken when nobody guesses it: %s", (given) => {
    expect(production({ CARTWRIGHT_SECRET: given })()).toMatchObject({ secret: given });
  });

  it("is made for a shop that is tried out, once, for its owner's eyes only", () => {
    expect(readEnv({})).toMatchObject({ secret: null });
    const kept = keptSecret(join(folder, "data"));
    expect(keptSecret(join(folder, "data"))).toBe(kept);
    expect(Buffer.from(kept, "base64")).toHaveLength(32);
    expect(statSync(join(folder, "data", "secret")).mode & 0o777).toBe(0o600);
  });
});
