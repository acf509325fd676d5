export { getShopSettings } from "./get-shop-settings.ts";
export { updateShop } from "./update-shop.ts";
