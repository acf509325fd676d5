import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "../src/locate.ts";

const lock = readFileSync(join(projectRoot(), "pnpm-lock.yaml"), "utf8");
const packages = lock.slice(lock.indexOf("\npackages:\n"), lock.indexOf("\nsnapshots:\n")).split(/\n {2}(?=\S)/).slice(1);

it("every package of others is named with its version and hash, and comes from the registry", () => {
  expect(packages.length).toBeGreaterThan(200);
  for (const entry of packages) {
    const [name = ""] = entry.split("\n");
    expect(name).toMatch(/^'?(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*'?:$/);
    expect(entry, name).toMatch(/resolution: \{integrity: sha512-[\w+/=]+(, libc: \[\w+\])?\}/);
    expect(entry, name).not.toMatch(/tarball:|repo:|commit:/);
  }
});
