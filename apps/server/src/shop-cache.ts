import { loadShopSettings, type ShopSettings } from "@cartwright/core/kernel";
import type { Db } from "@cartwright/db";

const freshMilliseconds = 5_000;

export interface ShopCache {
  (): Promise<ShopSettings>;
  /** After a change: this server's next request sees it, those of others within seconds. */
  forget(): void;
}

/** The shop's settings, read again every few seconds: a change reaches every server without a restart. */
export function shopCache(db: Db): ShopCache {
  let cached: { until: number; shop: Promise<ShopSettings> } | null = null;
  const read = () => {
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
  const forget = () => {
    cached = null;
  };
  return Object.assign(read, { forget });
}
