import type { ShopSettings } from "@cartwright/core/kernel";
import { updateShop } from "@cartwright/core/shop";
import type { UpdateShopInput } from "@cartwright/core/shop/schemas";
import type { ServerContext } from "./context.ts";

/** Changes the shop's settings, for this server's next request already. Errors: those of updateShop. */
export async function changeShop({ core, parts }: ServerContext, input: UpdateShopInput): Promise<ShopSettings> {
  const shop = await updateShop(core, input);
  parts.shop.forget();
  return shop;
}
