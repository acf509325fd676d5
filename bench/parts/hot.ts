import type { Target } from "../load/job.ts";
import type { Options } from "../options.ts";
import type { HotRow } from "../report/rows.ts";
import { measure, planFor, warmUp } from "../run/measure.ts";
import type { Stage } from "./throughput.ts";

const spreads = [1, 1_000];
const targets: readonly Target[] = ["shop", "statements"];
/** A round is sustained: many connections take a while to end their first checkout alone. */
const timesLonger = (connections: number) => (connections > 64 ? 4 : 2);

/** Whole checkouts for as long as a round lasts, when all buy the same and when they don't, beside the same writes by the bare driver. */
export async function measureHot({ shop, server, floor, load }: Stage, options: Options, say: (row: HotRow) => void): Promise<void> {
  const { dialect } = shop.database;
  const contenders = targets.map((target) => ({ target, server: target === "shop" ? server : floor }));
  for (const variants of spreads) {
    const plan = planFor(options, { name: "checkout", shopFile: shop.file, variants });
    await warmUp(load, contenders, plan);
    for (const connections of options.hotConnections) {
      const [own, bare] = await measure(load, contenders, { ...plan, connections, seconds: plan.seconds * timesLonger(connections) });
      if (own && bare) say({ part: "hot", dialect, variants, connections, shop: own, floor: bare, shopShare: own.perSecond / bare.perSecond });
    }
  }
}
