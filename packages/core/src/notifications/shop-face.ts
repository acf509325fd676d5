import type { Context } from "../kernel/index.ts";
import { oneLine } from "./one-line.ts";

/** What a mail says of the shop that sends it. */
export interface ShopFace {
  name: string;
  tagline: string;
  url: string;
}

export function shopFace({ shop, ports }: Context): ShopFace {
  return { name: oneLine(shop.name, 80), tagline: oneLine(shop.tagline, 120), url: ports.mailer.shopUrl };
}
