import { auditEntries } from "@cartwright/db";
import { actorName, type Context } from "./context.ts";
import { newId } from "./ids.ts";

export interface AuditEntry {
  /** `noun.verb`, such as `product.update`. */
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

/**
 * Notes what staff or the system did, in the same transaction. Ids and amounts only, never personal data; but for the
 * network address of staff, which is cleared after a while (see clearAuditAddresses).
 */
export async function recordAudit(ctx: Context, entry: AuditEntry): Promise<void> {
  await ctx.db.insert(auditEntries).values({
    id: newId("aud"),
    at: ctx.clock.now(),
    actor: actorName(ctx.actor),
    action: entry.action,
    subject: entry.subject,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
    requestId: ctx.requestId,
    address: ctx.actor.kind === "staff" ? (ctx.address?.() ?? null) : null,
    version: 1,
  });
}
