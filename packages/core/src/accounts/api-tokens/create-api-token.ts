import { apiTokens, inTransaction } from "@cartwright/db";
import { DomainError, hashToken, newId, recordAudit, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import { confirmPassword } from "../own-account.ts";
import { apiTokenReasons, type CreateApiTokenInput } from "../schemas.ts";
import type { CreatedApiTokenView } from "../views.ts";
import { apiTokenView } from "./api-token-view.ts";
import { newApiToken } from "./api-token.ts";

const dayMilliseconds = 86_400_000;

/**
 * A key for a machine that may do what its scopes and its owner both may, until it ends. It is told this once. For staff,
 * who give their password again. Errors: `access.not_allowed`, `accounts.wrong_password`, `api_token.scope_not_held`.
 */
export async function createApiToken(ctx: Context, { name, scopes, days, password }: CreateApiTokenInput): Promise<CreatedApiTokenView> {
  if (ctx.actor.kind !== "staff") throw new DomainError("forbidden", "access.not_allowed", "API tokens are for the shop's staff.");
  const owner = await confirmPassword(ctx, { password });
  const held = permissionsOf(owner);
  const missing = scopes.filter((scope) => !held.includes(scope) || !ctx.actor.permissions.includes(scope));
  if (missing.length > 0) {
    throw new DomainError("forbidden", apiTokenReasons.scopeNotHeld, `You don't hold ${missing.join(", ")} yourself.`, { field: "scopes", missing });
  }
  const { token, shownPrefix } = newApiToken();
  const createdAt = ctx.clock.now();
  const row = {
    id: newId("tok"),
    name,
    accountId: owner.id,
    tokenHash: hashToken(token),
    prefix: shownPrefix,
    scopes: [...new Set(scopes)],
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * dayMilliseconds),
    usedAt: null,
    revokedAt: null,
  };
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(apiTokens).values(row);
    await recordAudit(ctx, { action: "api_token.create", subject: row.id, after: { scopes: row.scopes, expiresAt: row.expiresAt } });
  });
  return { ...apiTokenView({ ...row, ownerEmail: owner.email }, createdAt), token };
}
