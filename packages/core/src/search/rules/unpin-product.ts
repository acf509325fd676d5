import { searchPins } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { DomainError, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules, normalForm } from "./change-rules.ts";
import { readPins } from "./list-pins.ts";
import type { UnpinProductInput } from "./schemas.ts";
import type { PinView } from "./views.ts";

/** The query treats the product like any other again. Errors: `pin.not_found`, `search.no_words`, `access.*`. */
export async function unpinProduct(ctx: Context, input: UnpinProductInput): Promise<PinView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.unpinProduct", body: input }, async (ctx) => {
    const query = normalForm(input.query, "query");
    // Its product may have been archived since: that is no reason to keep the rule.
    const found = (await readPins(ctx, eq(searchPins.query, query))).find(({ product }) => product.id === input.product || product.slug === input.product);
    if (!found) throw new DomainError("not_found", "pin.not_found", `"${input.product}" is neither pinned nor hidden for "${input.query}".`, { query });
    await ctx.db.delete(searchPins).where(and(eq(searchPins.query, query), eq(searchPins.productId, found.product.id)));
    await recordAudit(ctx, { action: "search_pin.remove", subject: found.product.id, before: { query, position: found.position } });
    return found;
  });
}
