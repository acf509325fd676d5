import { Client } from "../story/client.ts";
import type { Story } from "../story/story.ts";
import type { World } from "../world/open-world.ts";
import { Random } from "../../shop/random.ts";
import type { Evidence } from "./evidence.ts";
import { couponsOf, ordersOf, variantsOf } from "./scope.ts";

/** What a story leaves behind to be held against its promises; what the bank did is added to its log. */
export async function gather(world: World, story: Story, session: string): Promise<Evidence> {
  const { charges: book, log } = await world.bank.bookOf(story.plan.seed);
  for (const line of log) {
    const [at = "0", ...words] = line.split(" ");
    story.log.add("bank", words.join(" "), Number(at));
  }
  const handled = await world.handled.readNew();
  const rebuilt = await rebuildOrders(world, story, session);
  return { sql: world.sql, orders: ordersOf(story), variants: variantsOf(story), coupons: couponsOf(story), told: { story, book, handled, rebuilt } };
}

/** What the shop itself says of the newest orders, which are the story's, when it rebuilds them from their events. */
async function rebuildOrders({ slots }: World, story: Story, session: string): Promise<{ number: number; differences: unknown[] }[]> {
  const client = new Client("audit", slots, new Random(1), story.log);
  client.cookies.set("cartwright_session", session);
  const { items } = await client.read<{ items: { number: number; differences: unknown[] }[] }>("orders.checkAll", { limit: 30 });
  return items;
}
