import type { Db, sessions } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { Lucia, TimeSpan } from "lucia";
import { SessionAdapter } from "./session-adapter.ts";

/** How long a session lasts without a visit. */
export const sessionDays = 30;
/** How long one lasts at most, however often there is a visit: then the password, and the second factor, are asked for again. */
export const longestSessionDays: Record<AccountRole, number> = { customer: 180, staff: 30, admin: 30 };

const lucias = new WeakMap<Db, ShopLucia>();

type SessionAttributes = Omit<typeof sessions.$inferSelect, "id" | "userId" | "expiresAt">;
type ShopLucia = Lucia<Pick<SessionAttributes, "seenAt" | "createdAt">, UserAttributes>;

interface UserAttributes {
  email: string;
  name: string;
  role: AccountRole;
  permissions: string[] | null;
  hasSecondFactor: boolean;
  isArchived: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: ShopLucia;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: { email: string; name: string; role: AccountRole; permissions: string[] | null; hasSecondFactor: boolean; archivedAt: Date | null };
  }
}

/** lucia on our own tables. One for each database. */
export function luciaOf(db: Db): ShopLucia {
  let lucia = lucias.get(db);
  if (!lucia) {
    lucia = new Lucia(new SessionAdapter(db), {
      sessionExpiresIn: new TimeSpan(sessionDays, "d"),
      getSessionAttributes: ({ seenAt, createdAt }) => ({ seenAt, createdAt }),
      getUserAttributes: ({ archivedAt, email, name, role, permissions, hasSecondFactor }) => ({ email, name, role, permissions, hasSecondFactor, isArchived: archivedAt !== null }),
    });
    lucias.set(db, lucia);
  }
  return lucia;
}
