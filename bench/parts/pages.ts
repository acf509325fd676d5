import type { LoadGenerator } from "../load/load-generator.ts";
import type { Options } from "../options.ts";
import type { PageRow } from "../report/rows.ts";
import { measure, planFor, warmUp } from "../run/measure.ts";
import type { RunningServer } from "../run/servers.ts";
import type { Shop } from "../shop/make-shop.ts";

const pages = ["home", "category page", "product page"];

/** Whole pages as a browser's first visit gets them, rendered on the server. They have no floor. */
export async function measurePages(
  { shop, server, load }: { shop: Shop; server: RunningServer; load: LoadGenerator },
  options: Options,
  say: (row: PageRow) => void,
): Promise<void> {
  const contenders = [{ target: "shop" as const, server }];
  for (const name of pages) {
    const plan = planFor(options, { name, shopFile: shop.file });
    await warmUp(load, contenders, plan);
    for (const connections of options.connections) {
      const [measured] = await measure(load, contenders, { ...plan, connections });
      if (measured) say({ part: "pages", dialect: shop.database.dialect, name, connections, ...measured });
    }
  }
}
