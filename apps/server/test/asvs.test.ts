import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../src/locate.ts";

const root = projectRoot();
const text = readFileSync(join(root, "docs/security-asvs.md"), "utf8");
/** Every requirement of levels 1 and 2 of ASVS 5.0.0, and its level. */
const requirements = JSON.parse(readFileSync(join(import.meta.dirname, "asvs-requirements.json"), "utf8")) as Record<string, number>;

const rows = text
  .split("\n")
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.slice(2, -2).split(" | "))
  .map(([id = "", level = "", state = "", what = "", shown = "", ...rest]) => ({ id, level, state, what, shown, rest }));

/** What a row is shown by: a file, and often the title of a test in it. */
const proofs = rows.flatMap(({ id, shown }) =>
  shown
    .split(" · ")
    .filter((proof) => proof.trim() !== "")
    .map((proof) => {
      const [, path = "", title = null] = /^`([^`]+)`(?: “(.+)”)?\s*$/.exec(proof) ?? [];
      return { id, proof, path, title };
    }),
);

describe("the table of ASVS requirements", () => {
  it("has each requirement of levels 1 and 2 once, in order, with its level", () => {
    expect(Object.keys(requirements)).toHaveLength(253);
    expect(rows.map(({ id, level }) => [id, Number(level)])).toEqual(Object.entries(requirements));
  });

  it("says of each how it stands and why, in five columns", () => {
    for (const { id, state, what, rest } of rows) {
      expect(["met", "part", "not met", "operator", "n/a"], id).toContain(state);
      expect(what.trim().length, id).toBeGreaterThan(8);
      expect(rest, id).toEqual([]);
    }
  });

  it("shows by something whatever it says is met", () => {
    for (const { id, state, shown } of rows) if (state === "met") expect(shown, id).toContain("`");
  });

  it("names only files that are there, and tests that are in them", () => {
    for (const { id, proof, path, title } of proofs) {
      expect(path, `${id}: ${proof}`).not.toBe("");
      expect(existsSync(join(root, path)), `${id}: ${path}`).toBe(true);
      if (title === null) continue;
      const source = readFileSync(join(root, path), "utf8").replaceAll('\\"', '"');
      expect(source.includes(title), `${id}: ${path} has no “${title}”`).toBe(true);
    }
  });

  it("has each requirement that is not met, or in part, among the gaps at its end, and no other", () => {
    const gaps = [...text.slice(text.indexOf("\n## Gaps")).matchAll(/^- \*\*(V[\d.]+(?:, V[\d.]+)*)\*\*/gm)].flatMap(([, ids = ""]) => ids.split(", "));
    const open = rows.filter(({ state }) => state === "part" || state === "not met").map(({ id }) => id);
    expect(gaps.toSorted()).toEqual(open.toSorted());
  });

  it("counts its states in its first lines as they are", () => {
    for (const state of ["met", "part", "not met", "operator", "n/a"]) {
      expect(text).toContain(`| ${state} | ${rows.filter((row) => row.state === state).length} |`);
    }
  });
});
