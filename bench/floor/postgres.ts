import pg, { type CustomTypesConfig, type Pool, type PoolClient } from "pg";
import { createHash } from "node:crypto";
import type { Step } from "../record/flow.ts";
import { paramsOf, take, type Driver } from "./replay.ts";

/** As many as the shop has. */
const connections = 10;

const { INT8, NUMERIC, TIMESTAMPTZ } = pg.types.builtins;
const types: CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (id === INT8 || id === NUMERIC) return Number;
    return id === TIMESTAMPTZ ? String : pg.types.getTypeParser(id, format);
  },
};

/** pg and nothing else: a pool, named prepared statements, durable commits. */
export function openPostgres(url: string): Driver {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return {
    run: async ({ steps }, values) => {
      const all: unknown[][][] = [];
      let client: PoolClient | null = null;
      try {
        for (const step of steps) {
          if (step.sql === "begin") client = await pool.connect();
          all.push(await send(client ?? pool, step, values));
          if (step.sql !== "commit") continue;
          client?.release();
          client = null;
        }
        return all;
      } finally {
        // Still there only when a statement failed.
        client?.release(true);
      }
    },
    close: () => pool.end(),
  };
}

const names = new Map<string, string>();

async function send(client: Pool | PoolClient, step: Step, values: unknown[]): Promise<unknown[][]> {
  if (step.sql === "begin" || step.sql === "commit") {
    await client.query(step.sql === "begin" ? "begin isolation level read committed" : step.sql);
    return [];
  }
  const { rows } = await client.query<unknown[]>({ name: nameOf(step.sql), text: step.sql, values: paramsOf(step, values), rowMode: "array", types });
  take(step, rows, values);
  return rows;
}

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash("sha256").update(sql).digest("hex").slice(0, 32)));
  return name;
}
