import type { EventHandler } from "@cartwright/core/kernel";
import { appendFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Events that only the torture run emits: a subject's are numbered. */
export const tortureEvent = "torture.step";

/**
 * Writes down when each handling begins and ends, in one file of all servers. Every seventh number fails at its first
 * handling in each process, so that events are tried again.
 */
export function notingHandler(file: string): EventHandler {
  const failed = new Set<string>();
  const write = (id: string, what: "begins" | "ends" | "fails") => appendFileSync(file, `${JSON.stringify({ id, what, at: Date.now(), pid: process.pid })}\n`);
  return {
    name: "torture.note",
    types: [tortureEvent],
    async handle(_, { id, payload }) {
      const number = Number(payload["number"]);
      write(id, "begins");
      await pause((number * 13) % 25);
      if (number % 7 === 0 && !failed.has(id)) {
        failed.add(id);
        write(id, "fails");
        throw new Error("a handler fails, as planned");
      }
      write(id, "ends");
    },
  };
}
