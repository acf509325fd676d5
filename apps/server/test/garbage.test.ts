import { expectPromises } from "@cartwright/core/testing";
import { fc, garbageTexts, inputTexts } from "@cartwright/core/testing/garbage";
import { useDatabase } from "@cartwright/db/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { appRouter } from "../src/router.ts";
import type { Access } from "../src/trpc.ts";
import { testServer } from "./client.ts";
import { askers, garbageScene, type Asker } from "./support/garbage-scene.ts";
import { readAnswer, type Reading } from "./support/read-answer.ts";
import { hows, requestOf, type Sent } from "./support/wire-garbage.ts";

const { GARBAGE_SEED, GARBAGE_RUNS } = process.env;
/** Said when something fails; `GARBAGE_SEED` runs the same again, and `GARBAGE_RUNS` more or fewer a procedure and asker. */
const seed = Number(GARBAGE_SEED ?? Math.trunc(Math.random() * 2 ** 31));
const runs = Number(GARBAGE_RUNS ?? 6);

const { _def: definition } = appRouter;
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const procedures = Object.entries(definition.procedures as unknown as Record<string, AnyTRPCProcedure>)
  .map(([path, { _def }]) => {
    const { type, meta, inputs } = _def as unknown as { type: string; meta: { access: Access }; inputs: z.ZodType[] };
    return { path, type, access: meta.access, input: inputs[0] };
  })
  // What the shop is set to changes what all others do.
  .toSorted((a, b) => Number(a.path.startsWith("shop.")) - Number(b.path.startsWith("shop.")));
type Procedure = (typeof procedures)[number];

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let scene: Awaited<ReturnType<typeof garbageScene>>;
const letIn = new Set<string>();

beforeAll(async () => {
  server = testServer(database.database);
  scene = await garbageScene(database.database);
});

async function call(procedure: Procedure, sent: Sent, asker: Asker): Promise<Reading> {
  const { url, init } = requestOf(procedure, sent, await scene.people.tokenOf(asker));
  const reading = await readAnswer(await server.app.request(url, init));
  if (reading.error) expectDeclared(reading);
  else expectHarmless(reading);
  const reason = reading.error?.data?.["reason"];
  if (!reading.error || !/^(input|request|access|idempotency)\./.test(String(reason))) letIn.add(procedure.path);
  if (asker === "admin" && !reading.error) scene.harvest.take(reading.data);
  return reading;
}

const declaredStatus = [400, 401, 402, 403, 404, 405, 409, 413, 414, 415, 429];

/** A refusal in the words that clients know, which tells nothing of how the server is made. */
function expectDeclared({ status, headers, text, error }: Reading): void {
  expect(error).toEqual({ message: expect.any(String), ...(error && "code" in error ? { code: expect.any(Number) } : {}), data: expect.any(Object) });
  const facts = error?.data ?? {};
  expect(declaredStatus).toContain(facts["httpStatus"]);
  if (status !== 200) expect(facts["httpStatus"]).toBe(status);
  expect(facts["reason"]).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
  expect(facts["details"]).toEqual(expect.any(Object));
  // What is no call at all has no context to tell it; the header always does.
  const isNoCall = String(facts["reason"]).startsWith("request.");
  if (!isNoCall) expect(facts["requestId"]).toBe(headers.get("x-request-id"));
  expect(headers.get("x-request-id")).toMatch(/^req_/);
  if (facts["reason"] === "input.invalid") {
    const fields = Object.entries(facts["fieldErrors"] as Record<string, string[]>);
    expect(fields).not.toEqual([]);
    for (const [, messages] of fields) expect(messages).toEqual(expect.arrayContaining([expect.any(String)]));
  }
  // A key is in a header, and what is no JSON has no fields.
  const details = facts["details"] as Record<string, unknown>;
  if (status === 400 && !isNoCall) expect(facts["fieldErrors"] ?? details["field"] ?? details["fields"] ?? details["header"]).toBeTruthy();
  expect(text).not.toMatch(/"stack"|\bat [^ ]+ \(|node_modules|SqliteError|SQLITE_|Failed query|syntax error at|relation "/);
  expectNoPage(headers);
}

/** No browser takes an answer for a page, whatever it repeats, and what is called HTML was cleaned. */
function expectHarmless({ headers, data }: Reading): void {
  expectNoPage(headers);
  const visit = (value: unknown, name: string): void => {
    if (typeof value === "string" && /html$/i.test(name)) expect(value).not.toMatch(/<script|<[^>]+\son\w+\s*=|javascript:/i);
    if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, key);
  };
  visit(data, "");
}

function expectNoPage(headers: Headers): void {
  expect(headers.get("content-type")).toMatch(/^(application\/(json|jsonl)|text\/event-stream)\b/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
}

/** What the server took for its own fault since it was last asked. */
const failures = () => server.log.splice(0).filter((line) => (JSON.parse(line) as { level: number }).level >= 50);

describe(`garbage (GARBAGE_SEED=${seed})`, () => {
  it.each(procedures.map((procedure) => [procedure.path, procedure] as const))("%s answers or refuses, and lives", async (_, procedure) => {
    for (const asker of askers) {
      const isMeant = procedure.access === "anyone" || (procedure.access === "signed_in" ? asker !== "nobody" : asker === "admin");
      const texts = fc.oneof({ weight: 2, arbitrary: inputTexts(procedure.input, scene.harvest.known) }, { weight: 3, arbitrary: garbageTexts(procedure.input, scene.harvest.known) });
      await fc.assert(
        fc.asyncProperty(texts, hows, async (text, how) => {
          await call(procedure, { text, how }, asker);
          expect(failures()).toEqual([]);
          expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
        }),
        { seed, numRuns: isMeant ? runs : 2, endOnFailure: false },
      );
    }
  });

  it("got far: most procedures were entered", () => {
    expect(letIn.size).toBeGreaterThan(procedures.length * 0.8);
  });

  it("left a shop that works and keeps its promises", async () => {
    await expectPromises(scene.ctx);
    expect((await server.app.request("/health/ready")).status).toBe(200);
    expect((await server.browser().query("cart.get")).body).toMatchObject({ result: { data: expect.any(Object) } });
  });
});
