import { ensureSearchIndex } from "@cartwright/core/search";
import { systemContext, type ServerParts } from "./context.ts";

/** Has a search index that was never filled, or by another version of the shop, filled in the background. Never throws: a shop without search sells. */
export async function fillSearch(parts: ServerParts): Promise<void> {
  try {
    const engines = await ensureSearchIndex(await systemContext(parts, "server"));
    if (engines.length > 0) parts.logger.info({ requestId: "server", engines }, "the search index is being filled");
  } catch (error) {
    parts.logger.error({ requestId: "server", err: error }, "the search index could not be looked at");
  }
}
