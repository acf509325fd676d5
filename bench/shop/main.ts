import { loadShopSettings, systemActor, systemClock, type Context } from "@cartwright/core/kernel";
import type { GatewayOutcome } from "@cartwright/core/payments";
import { catalogSource, embeddedEngine } from "@cartwright/core/search";
import { connect, migrate, outboxEvents } from "@cartwright/db";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { recordFlows } from "../record/record-flows.ts";
import { fillPast } from "./fill-past.ts";
import { fillShop, makeAbundant, makeScarce, openForBusiness, readFacts } from "./fill-shop.ts";
import type { FilledShop } from "./make-shop.ts";

// Run as a process of its own, because a process speaks one dialect: DATABASE_URL names the database to fill.
const { values } = parseArgs({
  options: {
    products: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    scarce: { type: "string", default: "0" },
    units: { type: "string", default: "0" },
    past: { type: "string", default: "0" },
    out: { type: "string" },
  },
});
const url = process.env["DATABASE_URL"];
if (!url || !values.out) throw new Error("DATABASE_URL and --out are needed");
const seed = Number(values.seed);

const database = await connect(url);
await migrate(database);
const ctx: Context = {
  db: database.db,
  actor: systemActor("bench"),
  clock: systemClock,
  ports: {
    media: { put: async () => {}, get: async () => null },
    // Nobody of the bench has a second factor.
    secretBox: { seal: (text) => text, open: (sealed) => sealed },
    mailer: { kind: "off", from: { name: null, address: "shop@bench.example" }, shopUrl: "http://bench.example", send: async () => ({ status: "sent" }), findProblem: async () => null },
    search: { main: embeddedEngine },
    gateways: {
      test_card: {
        charge: async ({ idempotencyKey }) => captured(idempotencyKey),
        find: async (idempotencyKey) => captured(idempotencyKey),
        refund: async ({ idempotencyKey }) => ({ reference: `test_refund_${idempotencyKey}` }),
      },
    },
  },
  shop: await loadShopSettings(database.db),
  requestId: null,
};
await openForBusiness(ctx);
await fillShop(ctx, Number(values.products), seed);
const facts = await makeScarce(ctx, await readFacts(database.db, seed), { variants: Number(values.scarce), units: Number(values.units) });
await makeAbundant(ctx, facts);
await fillPast(ctx, database, { facts, orders: Number(values.past) });
if (facts.products > 0) await settle(ctx);
// Postgres does so by itself a minute later.
if (database.dialect === "postgres") await database.driver.run({ sql: "vacuum analyze", params: [], rows: "arrays" });
const recording = facts.products > 0 ? await recordFlows(ctx, database, facts) : {};
writeFileSync(values.out, JSON.stringify({ facts, recording } satisfies FilledShop));
await database.close();

/** As in a shop that has been open for a while: search knows every product, and no news waits for the server that is measured. */
async function settle(ctx: Context): Promise<void> {
  await embeddedEngine.startRebuild(ctx, catalogSource, { isFresh: true });
  while (!(await embeddedEngine.continueRebuild(ctx, catalogSource)).isDone);
  await ctx.db.update(outboxEvents).set({ status: "done", handledBy: ["bench"], closedAt: ctx.clock.now() });
}

function captured(idempotencyKey: string): GatewayOutcome {
  return { status: "captured", reference: `test_${idempotencyKey}` };
}
