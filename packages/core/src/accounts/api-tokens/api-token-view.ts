import type { apiTokens } from "@cartwright/db";
import type { ApiTokenView } from "../views.ts";

export function apiTokenView(row: Omit<typeof apiTokens.$inferSelect, "tokenHash"> & { ownerEmail: string }, now: Date): ApiTokenView {
  const hasEnded = row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    name: row.name,
    owner: row.ownerEmail,
    prefix: row.prefix,
    scopes: row.scopes,
    status: row.revokedAt ? "revoked" : hasEnded ? "expired" : "active",
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
