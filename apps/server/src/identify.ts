import { findApiToken, findSession, underSecondFactorRule, type AccountView, type FoundSession } from "@cartwright/core/accounts";
import type { Actor, ShopSettings } from "@cartwright/core/kernel";
import type { Db } from "@cartwright/db";

/** What a request brings to say who it is from. */
export interface Credential {
  token: string;
  /** It came in a header that no browser sends by itself. */
  isBearer: boolean;
}

/** Who that is. */
export interface Identity {
  account: AccountView | null;
  session: FoundSession | null;
  /**
   * Staff as their API token lets them act. It counts where a permission is asked for; everywhere else the bearer is a
   * guest, so that a token opens nothing that its scopes don't name.
   */
  tokenActor: Actor | null;
}

const nobody: Identity = { account: null, session: null, tokenActor: null };

/** In one statement, or none when there is no credential. */
export async function identify(db: Db, shop: ShopSettings, credential: Credential | null): Promise<Identity> {
  if (!credential) return nobody;
  const session = await findSession(db, credential.token);
  if (session) return { ...nobody, account: underSecondFactorRule(shop, session.account), session };
  const found = credential.isBearer ? await findApiToken(db, credential.token) : null;
  if (!found || found.account.role === "customer") return nobody;
  const account = underSecondFactorRule(shop, found.account);
  const permissions = found.scopes.filter((scope) => account.permissions.includes(scope));
  return { ...nobody, account: { ...account, permissions }, tokenActor: { kind: "staff", id: account.id, permissions, cartToken: null } };
}

/** Who a verb of core is told that asks. */
export function actorOf({ account, tokenActor }: Identity, cartToken: string | null): Actor {
  if (!account || tokenActor) return { kind: "anonymous", id: null, permissions: [], cartToken };
  const kind = account.role === "customer" ? "customer" : "staff";
  return { kind, id: account.id, permissions: account.permissions, cartToken };
}
