import { loadShopSettings, type ShopSettings } from "@cartwright/core/kernel";
import type { Db } from "@cartwright/db";

const freshMilliseconds = 5_000;

/** The shop's settings, read again every few seconds: a change reaches every server without a restart. */
export function shopCache(db: Db): () => Promise<ShopSettings> {
  let cached: { until: number; shop: Promise<ShopSettings> } | null = null;
  return () => {
    const now = performance.now();
    if (!cached || cached.until < now) {
      const shop = loadShopSettings(db);
      const entry = { until: now + freshMilliseconds, shop };
      cached = entry;
      shop.catch(() => {
        if (cached === entry) cached = null;
      });
    }
    return cached.shop;
  };
}
