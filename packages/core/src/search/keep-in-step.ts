import { inTransaction } from "@cartwright/db";
import { findProductsOfVariants, listProductsUnder, type ProductGroup } from "../catalog/index.ts";
import { emitEvents, newId, type Context, type EventHandler, type OutboxEvent } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import { gatherSync } from "./gather-sync.ts";
import { rebuildEvent } from "./rebuild-search.ts";

const productEvents = ["product.changed", "stock.state_changed"];
const groupEvents = ["category.changed", "brand.changed", "attribute.changed"];
export const followedEvents: readonly string[] = [...productEvents, ...groupEvents];

/** So many products are told of in one event, which is handled in a second or two. */
const productsPerEvent = 500;
const eventsAtOnce = 20;

/** Brings changed products into the indexes. Each engine for itself, so that one that is away holds back no other. */
const syncMain = syncHandler("search.sync-main", (ctx) => ctx.ports.search.main);
const syncFallback = syncHandler("search.sync-fallback", (ctx) => ctx.ports.search.fallback);

function syncHandler(name: string, engineOf: (ctx: Context) => Context["ports"]["search"]["fallback"]): EventHandler {
  return {
    name,
    types: productEvents,
    async handle(ctx, event) {
      const engine = engineOf(ctx);
      if (engine) await gatherSync(ctx, engine, await productsOf(ctx, event));
    },
  };
}

/** A category, brand or attribute is part of what its products are found by: they are told of in turn. */
const spreadGroups: EventHandler = {
  name: "search.spread-groups",
  types: groupEvents,
  async handle(ctx, event) {
    const group = groupOf(event);
    for (let after = ""; ; ) {
      const ids = await listProductsUnder(ctx, group, { after, limit: productsPerEvent * eventsAtOnce });
      if (ids.length === 0) return;
      await inTransaction(ctx, (ctx) => emitEvents(ctx, productsChanged(ids)));
      after = ids.at(-1) ?? "";
    }
  },
};

/** A part of a rebuild, and then news of the next. */
const continueRebuilds: EventHandler = {
  name: "search.continue-rebuild",
  types: ["search.rebuild_begun"],
  async handle(ctx, event) {
    const { main, fallback } = ctx.ports.search;
    const engine = [main, fallback].find((engine) => engine?.name === event.payload["engine"]);
    if (!engine) return;
    const { isDone, isPaused } = await engine.continueRebuild(ctx, catalogSource);
    if (!isDone && !isPaused) await inTransaction(ctx, (ctx) => emitEvents(ctx, [rebuildEvent(engine.name)]));
  },
};

export const searchHandlers: readonly EventHandler[] = [syncMain, syncFallback, spreadGroups, continueRebuilds];

async function productsOf(ctx: Context, { type, payload }: OutboxEvent): Promise<string[]> {
  if (type === "stock.state_changed") return findProductsOfVariants(ctx, [String(payload["variantId"])]);
  // Only those who emit the event write its payload (docs/events.md).
  return payload["productIds"] as string[];
}

function groupOf({ type, subject }: OutboxEvent): ProductGroup {
  if (type === "category.changed") return { categoryId: subject };
  if (type === "brand.changed") return { brandId: subject };
  return { attributeId: subject };
}

/** The order does not matter: whoever handles one reads the products as they are then. */
function productsChanged(ids: readonly string[]) {
  const events = [];
  for (let from = 0; from < ids.length; from += productsPerEvent) {
    events.push({ type: "product.changed", subject: newId("bat"), payload: { productIds: ids.slice(from, from + productsPerEvent) } });
  }
  return events;
}
