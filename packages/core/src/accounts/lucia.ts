import { accounts, sessions, type Db } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { Lucia, TimeSpan } from "lucia";

/** How long a session lasts without a visit. */
export const sessionDays = 30;

// The adapter only calls the query builder, which is the same on both dialects; its types know Postgres tables.
const lucias = new WeakMap<Db, ShopLucia>();

type ShopLucia = Lucia<Record<"nothing", never>, UserAttributes>;

interface UserAttributes {
  email: string;
  name: string;
  role: AccountRole;
  isArchived: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: ShopLucia;
    DatabaseUserAttributes: { email: string; name: string; role: AccountRole; archivedAt: Date | null };
  }
}

/** lucia on our own tables. One for each database. */
export function luciaOf(db: Db): ShopLucia {
  let lucia = lucias.get(db);
  if (!lucia) {
    lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, accounts), {
      sessionExpiresIn: new TimeSpan(sessionDays, "d"),
      getUserAttributes: ({ email, name, role, archivedAt }) => ({ email, name, role, isArchived: archivedAt !== null }),
    });
    lucias.set(db, lucia);
  }
  return lucia;
}
