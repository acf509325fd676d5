import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { root } from "../../run/child.ts";
import type { Dialect } from "../../run/database.ts";
import type { Outcome } from "../story/play.ts";
import type { Summary } from "./summary.ts";

/** Adds one JSON line a seed to the file. */
export function recordTo(file: string): (dialect: Dialect, outcome: Outcome) => void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const commit = commitOf();
  return (dialect, { seed, faults, counts, durationMs, broken }) => {
    appendFileSync(path, `${JSON.stringify({ seed, dialect, faults, counts, commit, durationMs, broken })}\n`);
  };
}

/** What a whole run added up to, for the figures that are kept with the project. */
export function writeSummary(file: string, facts: { servers: number | null; without: string | null; dialects: readonly Summary[] }): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const { dialects, ...options } = facts;
  const run = { at: new Date().toISOString(), commit: commitOf(), node: process.version, processors: availableParallelism(), ...options };
  writeFileSync(path, `${JSON.stringify({ ...run, dialects: dialects.map((summary) => summary.facts()) }, null, 1)}\n`);
}

/** With a + when files differ from it. */
function commitOf(): string {
  try {
    const git = (...words: string[]) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--untracked-files=no") ? "+" : ""}`;
  } catch {
    return "unknown";
  }
}
