import { accounts, accountTokens, sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { aGuest, aPassword, as, createCustomer, makeContext } from "../testing/index.ts";
import { issueAccountToken, pruneAccountTokens, pruneSessions, pruneUnconfirmed, signIn, signUp } from "./index.ts";

const database = useDatabase();
const day = 24 * 60;

it("forgets what is over: words, sessions, and sign-ups that nobody confirmed", async () => {
  const system = makeContext(database.db);
  const customer = await createCustomer(system);
  const email = "nobody-confirmed@example.com";
  await signUp(as(system, aGuest()), { email, name: "Robin", password: aPassword, wantsNewsletter: false });
  const [waiting] = await database.db.select().from(accounts).where(eq(accounts.email, email));
  await issueAccountToken(system, { accountId: waiting!.id, kind: "verify_email" });
  await issueAccountToken(system, { accountId: customer.accountId, kind: "invite" });
  await signIn(system, customer);
  await signIn(system, customer);
  const [current] = await database.db.select().from(sessions).limit(1);
  await database.db.update(sessions).set({ expiresAt: new Date(0) }).where(eq(sessions.id, current!.id));
  system.clock.advanceMinutes(2 * day - 1);
  expect(await pruneAccountTokens(system)).toBe(0);
  system.clock.advanceMinutes(2);
  expect(await pruneAccountTokens(system)).toBe(1);
  expect(await pruneSessions(system)).toBe(1);
  system.clock.advanceMinutes(5 * day - 10);
  expect(await pruneUnconfirmed(system)).toBe(0);
  system.clock.advanceMinutes(10);
  expect(await pruneUnconfirmed(system)).toBe(1);
  expect(await database.db.select({ id: accounts.id }).from(accounts)).toEqual([{ id: customer.accountId }]);
  expect(await database.db.$count(accountTokens)).toBe(1);
});
