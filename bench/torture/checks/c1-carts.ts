import type { Promised } from "./evidence.ts";

/** What was seen at the moment of the merge: see sign-in-with-cart.ts. */
export const carts: Promised = {
  name: "C1",
  says: "a merge of carts loses no line",
  async check({ sql, told }) {
    if (told) return { looked: told.story.merges, broken: [] };
    const lost = await sql.rows<{ id: string }>(
      `select c.id from carts c where c.status = 'merged' and exists (
         select 1 from cart_lines l where l.cart_id = c.id) and c.held_until is not null`,
    );
    return { looked: lost.length, broken: lost.map((cart) => `cart ${cart.id} was merged and still holds stock`) };
  },
};
