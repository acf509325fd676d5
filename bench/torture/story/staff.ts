import { setTimeout as pause } from "node:timers/promises";
import type { StaffAct, StaffPlan } from "../plan/staff.ts";
import { Random } from "../../shop/random.ts";
import type { Slot } from "../world/servers.ts";
import * as orders from "./acts/orders.ts";
import * as stock from "./acts/stock.ts";
import { reprice } from "./acts/reprice.ts";
import type { Scene } from "./acts/scene.ts";
import { Client } from "./client.ts";
import type { Story } from "./story.ts";

const acts: Record<StaffAct, (scene: Scene) => Promise<void>> = {
  ship: orders.ship,
  ship_part: orders.shipPart,
  deliver: orders.deliver,
  cancel: orders.cancel,
  cancel_part: orders.cancelPart,
  refund: orders.refund,
  take_transfer: orders.takeTransfer,
  open_return: orders.openReturn,
  receive_return: orders.receiveReturn,
  receive: stock.receive,
  adjust_up: stock.adjustUp,
  adjust_down: stock.adjustDown,
  count: stock.count,
  move: stock.move,
  arrive: stock.arrive,
  reprice,
};

/** Staff who ship, cancel, receive, count and move while the buyers buy. */
export async function playStaff(story: Story, plan: StaffPlan, name: string, slots: readonly Slot[], session: string): Promise<void> {
  const random = new Random(plan.seed);
  const client = new Client(name, slots, random, story.log);
  client.cookies.set("cartwright_session", session);
  for (const act of plan.acts) {
    await pause(act.afterMilliseconds);
    await acts[act.kind]({ story, client, random });
  }
}
