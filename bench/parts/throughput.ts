import { targets } from "../load/job.ts";
import type { LoadGenerator } from "../load/load-generator.ts";
import type { Options, PartName } from "../options.ts";
import type { MemoryRow, ThroughputRow } from "../report/rows.ts";
import { measure, planFor, warmUp } from "../run/measure.ts";
import { memoryOf } from "../run/process-facts.ts";
import type { RunningServer } from "../run/servers.ts";
import type { Shop } from "../shop/make-shop.ts";

const casesOf: Partial<Record<PartName, string[]>> = {
  list: ["list", "category"],
  detail: ["detail"],
  cart: ["cart"],
  checkout: ["checkout", "browser-checkout"],
};

export interface Stage {
  shop: Shop;
  server: RunningServer;
  floor: RunningServer;
  load: LoadGenerator;
}

/** Every case at every number of connections, the shop and its two floors in turn. */
export async function measureThroughput(stage: Stage, options: Options, say: (row: ThroughputRow | MemoryRow) => void): Promise<void> {
  const { shop, server, floor, load } = stage;
  const { dialect } = shop.database;
  const idleMb = memoryOf(server.pid).nowMb;
  const contenders = targets.map((target) => ({ target, server: target === "shop" ? server : floor }));
  const names = options.only.flatMap((part) => casesOf[part] ?? []);
  for (const name of names) {
    const plan = planFor(options, { name, shopFile: shop.file });
    await warmUp(load, contenders, plan);
    for (const connections of options.connections) {
      const measured = await measure(load, contenders, { ...plan, connections });
      const [own] = measured;
      for (const [i, target] of targets.entries()) {
        const row = measured[i];
        if (!row || !own) continue;
        const shopShare = target === "shop" ? null : own.perSecond / row.perSecond;
        say({ part: "throughput", dialect, name, connections, target, shopShare, ...row });
      }
    }
  }
  const { nowMb, peakMb } = memoryOf(server.pid);
  if (names.length > 0) say({ part: "memory", dialect, idleMb, loadedMb: nowMb, peakMb });
}
