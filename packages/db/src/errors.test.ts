import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { accounts, sessions } from "./schema/index.ts";
import { isBusy, isCheckViolation, isForeignKeyViolation, isSerializationFailure, isUniqueViolation } from "./errors.ts";
import { execute } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";

const used = useDatabase();
const at = new Date(0);

const account = (id: string, email: string) =>
  used.db.insert(accounts).values({ id, email, name: "Ada", passwordHash: "x", role: "customer", createdAt: at });

async function errorOf(work: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );
}

beforeAll(async () => {
  await account("acc_1", "ada@example.com");
});

it("tells which unique column refused a row", async () => {
  const error = await errorOf(account("acc_2", "ada@example.com"));
  expect(isUniqueViolation(error)).toBe(true);
  expect(isUniqueViolation(error, accounts.email)).toBe(true);
  expect(isUniqueViolation(error, "accounts_email")).toBe(true);
  expect(isUniqueViolation(error, accounts.id)).toBe(false);
  expect(isUniqueViolation(error, "brands_slug")).toBe(false);
});

it("counts a taken primary key as unique violation", async () => {
  const error = await errorOf(account("acc_1", "grace@example.com"));
  expect(isUniqueViolation(error, accounts.id)).toBe(true);
  expect(isUniqueViolation(error, accounts.email)).toBe(false);
});

it("knows a broken reference", async () => {
  const error = await errorOf(used.db.insert(sessions).values({ id: "s", userId: "nobody", expiresAt: at }));
  expect(isForeignKeyViolation(error)).toBe(true);
  expect(isUniqueViolation(error)).toBe(false);
});

it("knows a failed check", async () => {
  await execute(used.db, sql`create table checked (units integer check (units > 0))`);
  const error = await errorOf(execute(used.db, sql`insert into checked values (0)`));
  expect(isCheckViolation(error)).toBe(true);
});

it("finds what was thrown however deep it was wrapped", () => {
  const deep = (code: string) => new Error("a", { cause: new Error("b", { cause: Object.assign(new Error("c"), { code }) }) });
  expect(isSerializationFailure(deep("40001"))).toBe(true);
  expect(isSerializationFailure(deep("40P01"))).toBe(true);
  expect(isBusy(deep("SQLITE_BUSY"))).toBe(true);
  expect(isBusy(deep("SQLITE_FULL"))).toBe(false);
});

it("is not confused by what is no error", () => {
  for (const value of [null, undefined, "40001", { code: "40001" }]) expect(isSerializationFailure(value)).toBe(false);
  const round = new Error("round");
  round.cause = round;
  expect(isUniqueViolation(round)).toBe(false);
});
