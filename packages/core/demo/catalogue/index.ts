import { cookware } from "./products/cookware.ts";
import { crockery } from "./products/crockery.ts";
import { furniture } from "./products/furniture.ts";
import { growing } from "./products/growing.ts";
import { household } from "./products/household.ts";
import { kitchenTools } from "./products/kitchen-tools.ts";
import { lighting } from "./products/lighting.ts";
import { linen } from "./products/linen.ts";
import { pouring } from "./products/pouring.ts";
import { shed } from "./products/shed.ts";
import { wear } from "./products/wear.ts";
import type { DemoProduct } from "./types.ts";

export { demoAttributes } from "./attributes.ts";
export { demoBrands } from "./brands.ts";
export { demoCategories } from "./categories.ts";
export type * from "./types.ts";

export const demoProducts: readonly DemoProduct[] = [
  ...crockery, ...pouring, ...cookware, ...kitchenTools, ...linen, ...lighting, ...furniture, ...household, ...growing, ...shed, ...wear,
];
