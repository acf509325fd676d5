import Sqlite from "better-sqlite3";
import type { Phase, Recording, Step } from "../record/flow.ts";
import { paramsOf, take, type Driver } from "./replay.ts";

type Execute = (params: unknown[]) => unknown[][];

/** better-sqlite3 and nothing else: prepared statements, one connection, durable commits. */
export function openSqlite(url: string, recording: Recording): Driver {
  const connection = new Sqlite(url.slice("file:".length), { timeout: 5_000 });
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  const prepared = new Map<Phase, { step: Step; execute: Execute }[]>();
  for (const phase of phasesOf(recording)) prepared.set(phase, phase.steps.map((step) => ({ step, execute: prepare(connection, step) })));
  return {
    run: async (phase, values) => {
      const all: unknown[][][] = [];
      try {
        for (const { step, execute } of prepared.get(phase) ?? []) {
          const rows = execute(paramsOf(step, values));
          take(step, rows, values);
          all.push(rows);
        }
        return all;
      } finally {
        // Still open only when a statement failed.
        if (connection.inTransaction) connection.exec("rollback");
      }
    },
    close: async () => void connection.close(),
  };
}

function prepare(connection: Sqlite.Database, step: Step): Execute {
  // The driver binds numbers as floats; whole ones are meant as such.
  step.params = step.params.map((param) =>
    "fixed" in param && Number.isSafeInteger(param.fixed) ? { fixed: BigInt(Number(param.fixed)) } : param,
  );
  const statement = connection.prepare<unknown[], unknown[]>(step.sql === "begin" ? "begin immediate" : step.sql);
  if (!statement.reader) {
    return (params) => {
      statement.run(...params);
      return [];
    };
  }
  statement.raw(true);
  return (params) => statement.all(...params);
}

function phasesOf(recording: Recording): Phase[] {
  return Object.values(recording).flatMap((flows) => flows.flatMap((flow) => flow.phases));
}
