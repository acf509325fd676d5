import type { Outcome } from "../story/play.ts";
import { promises } from "../checks/index.ts";
import type { Dialect } from "../../run/database.ts";

/** What a run of one dialect adds up to. */
export class Summary {
  seeds = 0;
  readonly looked: Record<string, number> = {};
  readonly broken: Record<string, number> = {};
  readonly counts: Record<string, number> = {};
  readonly faults: Record<string, number> = {};
  milliseconds = 0;

  constructor(readonly dialect: Dialect) {}

  add(outcome: Outcome): void {
    this.seeds += 1;
    this.milliseconds += outcome.durationMs;
    addAll(this.looked, outcome.looked);
    addAll(this.counts, outcome.counts);
    addAll(this.faults, outcome.faults);
    for (const { promise } of outcome.broken) this.addBroken(promise);
  }

  addBroken(promise: string): void {
    this.broken[promise] = (this.broken[promise] ?? 0) + 1;
  }

  facts() {
    const { dialect, seeds, milliseconds, counts, faults, looked, broken } = this;
    return { dialect, seeds, seconds: Math.round(milliseconds / 1_000), counts, faults, looked, broken };
  }

  get isBroken(): boolean {
    return Object.keys(this.broken).length > 0;
  }

  print(): void {
    const { dialect, seeds, milliseconds } = this;
    console.log(`${dialect}: ${seeds} seeds in ${Math.round(milliseconds / 1_000)} s; ${listed(this.counts)}`);
    console.log(`  faults: ${listed(this.faults) || "none"}`);
    const lines = [...promises, { name: "Q1", says: "everything comes to rest: nothing is under way for ever" }];
    for (const { name, says } of lines) {
      const broken = this.broken[name] ?? 0;
      const looked = name === "Q1" ? seeds : (this.looked[name] ?? 0);
      console.log(`  ${name}  ${broken === 0 ? "kept" : `BROKEN ${broken} times`}  ${looked} looked at  ${says}`);
    }
  }
}

function addAll(sums: Record<string, number>, more: Record<string, number>): void {
  for (const [name, value] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + value;
}

function listed(counts: Record<string, number>): string {
  return Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${value} ${name}`)
    .join(", ");
}
