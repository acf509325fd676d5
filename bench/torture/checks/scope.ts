import type { Story } from "../story/story.ts";
import type { Value } from "../world/sql.ts";

/** A condition in SQL with the values of its places. */
export interface Scope {
  where: string;
  values: Value[];
}

export const everything: Scope = { where: "1 = 1", values: [] };

/** Orders (or carts) `o` of the story, known by the e-mail addresses of its buyers. */
export function ordersOf({ prefix }: Pick<Story, "prefix">): Scope {
  return { where: "o.email >= ? and o.email < ?", values: [prefix, `${prefix}~`] };
}

/** Coupons `c` of the story. */
export function couponsOf({ plan }: Pick<Story, "plan">): Scope {
  return { where: "c.code >= ? and c.code < ?", values: [`T${plan.seed}-`, `T${plan.seed}-~`] };
}

/** Rows `v` that have a variant of the story. */
export function variantsOf({ variantIds }: Pick<Story, "variantIds">): Scope {
  return { where: `v.variant_id in (${variantIds.map(() => "?").join()})`, values: variantIds };
}
