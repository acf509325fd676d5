import { createAccount, createAddress, openSession } from "@cartwright/core/accounts";
import { hashToken, permissions, type Permission } from "@cartwright/core/kernel";
import { aCustomer, anAddress, createPlacedOrder, createSellable, makeContext } from "@cartwright/core/testing";
import { addCartLine, getCart } from "@cartwright/core/cart";
import { accounts, apiTokens, auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { callTRPCProcedure, getTRPCErrorFromUnknown, type AnyTRPCProcedure } from "@trpc/server";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../src/context.ts";
import { errorFacts } from "../src/errors.ts";
import { appRouter } from "../src/router.ts";
import type { Access } from "../src/trpc.ts";
import { testServer } from "./client.ts";
import { openProcedures, type Belongings } from "./open-procedures.ts";

const { _def: definition } = appRouter;
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const procedures = Object.entries(definition.procedures as unknown as Record<string, AnyTRPCProcedure>).map(([path, { _def: { type, meta } }]) => {
  const declared = meta as { access: Access } | undefined;
  return { path, type, access: declared?.access };
});
const open = procedures.filter(({ access }) => typeof access === "string");
const forStaff = procedures.flatMap(({ path, type, access }) => (typeof access === "object" ? [{ path, type, access }] : []));

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let owner: Belongings;
let sessions: Record<"customer" | "staff", string>;
let staffId: string;
const apiToken = "cwt_" + "5a".repeat(20) + hashToken("5a".repeat(20)).slice(0, 6);

beforeAll(async () => {
  server = testServer(database.database);
  const ctx = makeContext(database.db);
  const person = async (role: "customer" | "staff") => {
    const account = await createAccount(ctx, { email: `${crypto.randomUUID()}@example.com`, name: "Robin", password: "correct horse", role });
    const [row] = await database.db.select().from(accounts).where(eq(accounts.id, account.id));
    if (!row) throw new Error("no account");
    return { id: row.id, row, token: (await openSession(ctx, row, { kind: "browser", name: null })).token };
  };
  const [first, other, staff] = [await person("customer"), await person("customer"), await person("staff")];
  sessions = { customer: other.token, staff: staff.token };
  staffId = staff.id;
  const buyer = { ...ctx, actor: aCustomer(first.id) };
  const placed = await createPlacedOrder(ctx, { buyer: buyer.actor });
  await addCartLine(buyer, { variantId: (await createSellable(ctx)).variantId, quantity: 1 });
  const now = new Date();
  const token = { accountId: staff.id, prefix: "cwt_5a5a5a5a", createdAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
  await database.db.insert(apiTokens).values({ ...token, id: "tok_walk", name: "walk", tokenHash: hashToken(apiToken), scopes: [] });
  owner = {
    order: { number: placed.orderNumber, email: "robin@example.com" },
    cartLineId: (await getCart(buyer)).lines[0]?.id ?? "",
    sessionId: hashToken(first.token),
    apiTokenId: "tok_walk",
    addressId: (await createAddress(buyer, { address: anAddress, isDefaultShipping: true, isDefaultBilling: true })).id,
  };
});

/** What a procedure says to a request with this credential: "answered", or the refusal. */
async function call(path: string, input: unknown, bearer: string | null) {
  const headers = new Headers(bearer ? { authorization: `Bearer ${bearer}` } : {});
  const ctx = await createContext(server.parts, { headers, requestId: "req_walk" }, new Headers());
  const type = procedures.find((procedure) => procedure.path === path)?.type ?? "query";
  try {
    await callTRPCProcedure({ router: appRouter, path, type, ctx, getRawInput: async () => input, signal: undefined, batchIndex: 0 });
    return { code: "answered", reason: "" };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    return { code: error.code, reason: errorFacts(error).reason };
  }
}

/** What no input is: whoever is refused for it was let in. */
const nonsense = "nonsense";

async function staffHolding(held: readonly Permission[]) {
  await database.db.update(accounts).set({ permissions: [...held] }).where(eq(accounts.id, staffId));
}
const scopeTokenTo = (scopes: readonly Permission[]) => database.db.update(apiTokens).set({ scopes: [...scopes] });

describe("every procedure", () => {
  it("says who may call it", () => {
    expect(procedures.length).toBeGreaterThan(100);
    expect(procedures.filter(({ access }) => access === undefined).map(({ path }) => path)).toEqual([]);
    for (const { path, access } of forStaff) expect(access.filter((permission) => !permissions.includes(permission)), path).toEqual([]);
  });

  it("that asks for no permission is known, and why it does not", () => {
    expect(open.map(({ path }) => path).toSorted()).toEqual(Object.keys(openProcedures).toSorted());
  });
});

describe("what is for staff", () => {
  it.each(forStaff.map(({ path, access }) => [path, access] as const))("%s refuses nobody, a customer, and staff and tokens without the permission", async (path, access) => {
    const others = permissions.filter((permission) => !access.includes(permission));
    expect(await call(path, nonsense, null)).toEqual({ code: "UNAUTHORIZED", reason: "access.sign_in_required" });
    expect(await call(path, nonsense, sessions.customer)).toEqual({ code: "FORBIDDEN", reason: "access.not_allowed" });
    await staffHolding(others);
    await scopeTokenTo(permissions);
    expect(await call(path, nonsense, sessions.staff)).toEqual({ code: "FORBIDDEN", reason: "access.not_allowed" });
    expect(await call(path, nonsense, apiToken)).toEqual({ code: "FORBIDDEN", reason: "access.not_allowed" });
    await staffHolding(permissions);
    await scopeTokenTo(others);
    expect(await call(path, nonsense, apiToken)).toEqual({ code: "FORBIDDEN", reason: "access.not_allowed" });
  });

  it.each(forStaff.filter(({ type }) => type !== "subscription").map(({ path, access }) => [path, access] as const))(
    "%s lets in who holds it",
    async (path, access) => {
      for (const permission of access) {
        await staffHolding([permission]);
        await scopeTokenTo([permission]);
        for (const bearer of [sessions.staff, apiToken]) expect((await call(path, nonsense, bearer)).reason, permission).not.toMatch(/^access\./);
      }
    },
  );

  it("leaves nothing behind of what it refused", async () => {
    const walked = await database.db.select().from(auditEntries).where(eq(auditEntries.requestId, "req_walk"));
    expect(walked).toEqual([]);
  });
});

describe("what is for who is signed in", () => {
  const own = open.filter(({ access }) => access === "signed_in").map(({ path }) => path);

  it.each(own)("%s refuses nobody, and every API token", async (path) => {
    await staffHolding(permissions);
    await scopeTokenTo(permissions);
    expect(await call(path, nonsense, null)).toEqual({ code: "UNAUTHORIZED", reason: "access.sign_in_required" });
    expect(await call(path, nonsense, apiToken)).toEqual({ code: "FORBIDDEN", reason: "access.session_required" });
  });
});

describe("somebody else's", () => {
  const named = open.flatMap(({ path, access }) => {
    const how = openProcedures[path];
    return typeof how === "function" ? [{ path, how, isForGuests: access === "anyone" }] : [];
  });

  it.each(named)("$path does not find it", async ({ path, how, isForGuests }) => {
    const input = how(owner);
    const notFound = { code: "NOT_FOUND", reason: expect.stringMatching(/\.not_found$/) };
    expect(await call(path, input, sessions.customer)).toEqual(notFound);
    await staffHolding([]);
    // What their own API token is called staff know.
    if (path !== "tokens.revoke") expect(await call(path, input, sessions.staff)).toEqual(notFound);
    const asGuest = await call(path, input, null);
    if (asGuest.reason === "access.sign_in_required") return;
    expect(isForGuests).toBe(true);
    expect(asGuest).toEqual(notFound);
  });
});

describe("an API token in the shop", () => {
  it("is a guest: it opens neither its owner's cart nor their orders", async () => {
    await scopeTokenTo(permissions);
    expect(await call("accounts.me", undefined, apiToken)).toMatchObject({ code: "answered" });
    expect(await call("cart.get", undefined, apiToken)).toMatchObject({ code: "answered" });
    expect(await call("orders.listMine", {}, apiToken)).toEqual({ code: "FORBIDDEN", reason: "access.session_required" });
    const headers = new Headers({ authorization: `Bearer ${apiToken}` });
    const ctx = await createContext(server.parts, { headers, requestId: "req_walk" }, new Headers());
    expect(ctx.core.actor).toMatchObject({ kind: "anonymous", id: null, permissions: [] });
    const asCookie = new Headers({ cookie: `cartwright_session=${apiToken}` });
    expect((await createContext(server.parts, { headers: asCookie, requestId: "req_walk" }, new Headers())).account).toBeNull();
  });

  it("costs one statement, once its use was noted", async () => {
    const headers = new Headers({ authorization: `Bearer ${apiToken}` });
    const ask = () => createContext(server.parts, { headers, requestId: "req_walk" }, new Headers());
    await ask();
    expect(await database.countQueries(ask)).toBe(1);
  });

  it("means nothing once it is revoked, has run out, or its owner is gone", async () => {
    const says = async () => (await call("audit.list", nonsense, apiToken)).reason;
    await staffHolding(["audit.read"]);
    await scopeTokenTo(["audit.read"]);
    expect(await says()).toBe("input.invalid");
    for (const ended of [{ revokedAt: new Date() }, { revokedAt: null, expiresAt: new Date(0) }]) {
      await database.db.update(apiTokens).set(ended);
      expect(await says()).toBe("access.sign_in_required");
    }
    await database.db.update(apiTokens).set({ expiresAt: new Date(Date.now() + 60_000) });
    expect(await says()).toBe("input.invalid");
    for (const gone of [{ role: "customer" as const }, { role: "staff" as const, archivedAt: new Date() }]) {
      await database.db.update(accounts).set(gone).where(eq(accounts.id, staffId));
      expect(await says()).toBe("access.sign_in_required");
    }
  });
});
