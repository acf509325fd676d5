import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Flow, Phase } from "../record/flow.ts";
import type { FilledShop } from "../shop/make-shop.ts";
import { openPostgres } from "./postgres.ts";
import { newValues } from "./replay.ts";
import { openSqlite } from "./sqlite.ts";

// The floors, in a process of their own: what nobody can be faster than who answers in JSON, or asks the database.
const [file] = process.argv.slice(2);
const url = process.env["DATABASE_URL"];
if (!file || !url) throw new Error("DATABASE_URL and the shop's file are needed");
const { recording } = JSON.parse(readFileSync(file, "utf8")) as FilledShop;
const driver = url.startsWith("file:") ? openSqlite(url, recording) : openPostgres(url);

const sessions = new Map<number, { flow: Flow; values: unknown[] }>();
let calls = 0;

const app = new Hono();
app.onError((error, c) => {
  console.error(error);
  return c.text("failed", 500);
});

app.get("/json/:case/:phase", (c) => c.json(answerOf(c.req.param("case"), c.req.param("phase"))));
app.post("/json/:case/:phase", async (c) => {
  await c.req.json();
  return c.json(answerOf(c.req.param("case"), c.req.param("phase")));
});

app.get("/replay/:case", async (c) => {
  const flow = flowOf(c.req.param("case"));
  return c.json(await driver.run(phaseOf(flow, "read"), newValues(flow, c.req.query("input"))));
});
app.post("/replay/:case/:phase", async (c) => {
  const { session: known, input } = await c.req.json<{ session?: number; input?: string }>();
  const session = known ?? (calls += 1);
  const running = sessions.get(session) ?? begin(c.req.param("case"), input);
  const phase = phaseOf(running.flow, c.req.param("phase"));
  const rows = await driver.run(phase, running.values);
  if (phase === running.flow.phases.at(-1)) sessions.delete(session);
  else sessions.set(session, running);
  return c.json({ session, rows });
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once("SIGTERM", () => void driver.close().finally(() => process.exit(0)));

function begin(name: string, input: string | undefined): { flow: Flow; values: unknown[] } {
  const flow = flowOf(name);
  return { flow, values: newValues(flow, input) };
}

/** A case with several flows has them in turn. */
function flowOf(name: string): Flow {
  const flows = recording[name] ?? [];
  const flow = flows[(calls += 1) % flows.length];
  if (!flow) throw new Error(`nothing was recorded for ${name}`);
  return flow;
}

function phaseOf(flow: Flow, name: string): Phase {
  const phase = flow.phases.find((candidate) => candidate.name === name);
  if (!phase) throw new Error(`there is no phase ${name}`);
  return phase;
}

function answerOf(name: string, phase: string): object {
  return phaseOf(flowOf(name), phase).answer as object;
}
