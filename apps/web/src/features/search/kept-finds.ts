import { sessionStore } from "../../lib/session-store.ts";
import type { Client, Inputs } from "../../lib/trpc.ts";

type Purchase = Inputs["search"]["purchased"];
type Find = Purchase["finds"][number];

const name = "search.finds";
const most = 50;

/** Remembers in this tab which search led to a product. */
export function keepFind(find: Find): void {
  const others = readFinds().filter(({ queryId, productId }) => queryId !== find.queryId || productId !== find.productId);
  sessionStore.write(name, JSON.stringify([...others, find].slice(-most)));
}

/** After an order: tells the shop which searches it came from. What fails is not asked for again: nothing depends on it. */
export function tellPurchase(client: Client, access: Purchase["access"]): void {
  const finds = readFinds();
  if (finds.length === 0) return;
  sessionStore.write(name, null);
  client.search.purchased.mutate({ access, finds }).catch(() => {});
}

function readFinds(): Find[] {
  try {
    // Written above, by this or an earlier version: the server looks at it anyway.
    return JSON.parse(sessionStore.read(name) ?? "[]") as Find[];
  } catch {
    return [];
  }
}
