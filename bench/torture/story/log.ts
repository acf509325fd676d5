/** What happened in a story, in order: read by people when a promise was broken. */
export class StoryLog {
  readonly lines: { at: number; who: string; what: string }[] = [];

  /** Errors of a server that anybody met: there are to be none. */
  readonly crashes: string[] = [];

  add(who: string, what: string, at = Date.now()): void {
    this.lines.push({ at, who, what });
  }

  /** With seconds since the first line. */
  tell(): string {
    const sorted = this.lines.toSorted((a, b) => a.at - b.at);
    const start = sorted[0]?.at ?? 0;
    return sorted.map(({ at, who, what }) => `  ${((at - start) / 1_000).toFixed(3).padStart(7)}  ${who.padEnd(6)} ${what}`).join("\n");
  }
}
