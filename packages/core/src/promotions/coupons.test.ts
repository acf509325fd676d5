import { auditEntries, couponCustomers, inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rolePermissions } from "../accounts/index.ts";
import type { Context, DomainError } from "../kernel/index.ts";
import { anAdmin, as, createCouponOf, expectPromises, makeContext, outsiders } from "../testing/index.ts";
import { archiveCoupon, countCoupon, createCoupon, getCoupon, listCoupons, releaseCoupons, updateCoupon } from "./index.ts";
import { CreateCouponInput, ListCouponsInput, UpdateCouponInput, type CouponState } from "./schemas.ts";

const day = (date: string) => `${date}T00:00:00.000Z`;
const input = (given: object = {}) => CreateCouponInput.parse({ code: "SPRING10", name: "Spring", percentBasisPoints: 1_000, ...given });

describe("coupons", () => {
  const used = useDatabase();
  const admin = () => as(makeContext(used.db), anAdmin());

  it("are made with a code in capitals that is unique among the living", async () => {
    const ctx = admin();
    expect(await createCoupon(ctx, input({ code: " spring10 ", usageLimit: 100 }))).toMatchObject({
      code: "SPRING10",
      state: "active",
      percentBasisPoints: 1_000,
      amountOff: null,
      minimum: { amountMinor: 0, currency: "EUR" },
      usageLimit: 100,
      usageLimitPerCustomer: null,
      used: 0,
    });
    await expect(createCoupon(ctx, input())).rejects.toMatchObject({ code: "conflict", reason: "coupon.code_taken", details: { field: "code" } });
    expect(await archiveCoupon(ctx, { code: "SPRING10" })).toMatchObject({ state: "archived" });
    expect(await createCoupon(ctx, input({ percentBasisPoints: undefined, amountMinor: 500 }))).toMatchObject({ amountOff: { amountMinor: 500, currency: "EUR" } });
    expect(await getCoupon(ctx, { code: "SPRING10" })).toMatchObject({ state: "active", amountOff: { amountMinor: 500 } });
  });

  it("change what is given, with both sides in the audit log", async () => {
    const ctx = admin();
    const { id, code } = await createCouponOf(ctx, { endsAt: day("2026-06-01"), usageLimit: 5 });
    expect(await updateCoupon(ctx, { code, amountMinor: 700, usageLimit: null, minimumMinor: 2_000 })).toMatchObject({
      name: "A test",
      percentBasisPoints: null,
      amountOff: { amountMinor: 700 },
      minimum: { amountMinor: 2_000 },
      endsAt: day("2026-06-01"),
      usageLimit: null,
    });
    expect(await updateCoupon(ctx, { code, endsAt: null })).toMatchObject({ endsAt: null, amountOff: { amountMinor: 700 } });
    const entries = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, id));
    expect(entries.map((entry) => entry.action)).toEqual(["coupon.create", "coupon.update", "coupon.update"]);
    expect([entries[1]?.before, entries[1]?.after].map((text) => JSON.parse(text ?? "null"))).toMatchObject([{ value: 1_000 }, { value: 700 }]);
    await expect(updateCoupon(ctx, { code: "NO-SUCH" })).rejects.toMatchObject({ code: "not_found", reason: "coupon.not_found" });
  });

  it("end after they start, however the dates come together", async () => {
    const ctx = admin();
    const refusal = { code: "invalid", reason: "coupon.ends_before_start", details: { field: "endsAt" } };
    await expect(createCoupon(ctx, input({ code: "NEVER", startsAt: day("2026-05-01"), endsAt: day("2026-05-01") }))).rejects.toMatchObject(refusal);
    const { code } = await createCouponOf(ctx, { startsAt: day("2026-05-01") });
    await expect(updateCoupon(ctx, { code, endsAt: day("2026-04-30") })).rejects.toMatchObject(refusal);
    expect(await updateCoupon(ctx, { code, startsAt: null, endsAt: day("2026-04-30") })).toMatchObject({ startsAt: null, state: "active" });
  });

  it("refuse a limit below what is used, and name the field", async () => {
    const ctx = admin();
    const { id, code } = await createCouponOf(ctx);
    for (const orderId of ["ord_1", "ord_2", "ord_3"]) {
      await countCoupon(ctx, { couponId: id, orderId, customer: { accountId: null, email: orderId === "ord_3" ? "b@example.com" : "a@example.com" } });
    }
    await expect(updateCoupon(ctx, { code, usageLimit: 2 })).rejects.toMatchObject({ reason: "coupon.limit_below_used", details: { field: "usageLimit", used: 3 } });
    await expect(updateCoupon(ctx, { code, usageLimitPerCustomer: 1 })).rejects.toMatchObject({ details: { field: "usageLimitPerCustomer", used: 2 } });
    expect(await updateCoupon(ctx, { code, usageLimit: 3, usageLimitPerCustomer: 2 })).toMatchObject({ state: "used_up", used: 3 });
    await releaseCoupons(ctx, "ord_2");
    expect(await updateCoupon(ctx, { code, usageLimitPerCustomer: 1 })).toMatchObject({ used: 2, state: "active" });
  });

  it("know a customer by the trimmed e-mail address in lower case, and keep no address", async () => {
    const ctx = admin();
    const { id } = await createCouponOf(ctx, { usageLimitPerCustomer: 1 });
    await countCoupon(ctx, { couponId: id, orderId: "ord_x", customer: { accountId: null, email: " Robin@Example.com " } });
    const again = countCoupon(ctx, { couponId: id, orderId: "ord_y", customer: { accountId: null, email: "robin@example.com" } });
    await expect(again).rejects.toMatchObject({ reason: "coupon.used_by_you" });
    const [row] = await ctx.db.select().from(couponCustomers).where(eq(couponCustomers.couponId, id));
    expect(row).toMatchObject({ used: 1, customerHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    [{ code: "ab" }, "code"],
    [{ code: "SPRING 10" }, "code"],
    [{ code: "GRÜN10" }, "code"],
    [{ name: " " }, "name"],
    [{ percentBasisPoints: 0 }, "percentBasisPoints"],
    [{ percentBasisPoints: 10_001 }, "percentBasisPoints"],
    [{ percentBasisPoints: 1.5 }, "percentBasisPoints"],
    [{ amountMinor: 500 }, "percentBasisPoints"],
    [{ minimumMinor: -1 }, "minimumMinor"],
    [{ usageLimit: 0 }, "usageLimit"],
    [{ usageLimitPerCustomer: 0 }, "usageLimitPerCustomer"],
    [{ endsAt: "tomorrow" }, "endsAt"],
    [{ startsAt: "0000-01-01T00:00:00Z" }, "startsAt"],
    [{ endsAt: "9999-12-31T23:59:59-23:00" }, "endsAt"],
  ])("refuse %j and name the field", (given, field) => {
    const draft = { code: "SPRING10", name: "Spring", percentBasisPoints: 1_000, ...given };
    for (const schema of [CreateCouponInput, UpdateCouponInput]) {
      expect(schema.safeParse(draft).error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
    }
  });

  it("need either a percentage or an amount", () => {
    expect(CreateCouponInput.safeParse({ code: "SPRING10", name: "Spring" }).success).toBe(false);
  });

  it.each(outsiders)("refuse %s to look, create, update and archive", async (_, actor) => {
    const ctx = as(makeContext(used.db), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(listCoupons(ctx, ListCouponsInput.parse({}))).rejects.toMatchObject(refusal);
    await expect(getCoupon(ctx, { code: "SPRING10" })).rejects.toMatchObject(refusal);
    await expect(createCoupon(ctx, input({ code: "NEVER" }))).rejects.toMatchObject(refusal);
    await expect(updateCoupon(ctx, { code: "SPRING10", name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(archiveCoupon(ctx, { code: "SPRING10" })).rejects.toMatchObject(refusal);
  });

  it("let staff look and only an admin change", async () => {
    const ctx = as(makeContext(used.db), { kind: "staff", id: "acc_staff", permissions: rolePermissions.staff, cartToken: null });
    expect(await getCoupon(ctx, { code: "SPRING10" })).toMatchObject({ code: "SPRING10" });
    await expect(archiveCoupon(ctx, { code: "SPRING10" })).rejects.toMatchObject({ details: { permission: "coupons.write" } });
  });
});

describe("countCoupon", () => {
  const used = useDatabase();
  const use = (ctx: Context, couponId: string, orderId: string, email = `${orderId}@example.com`) => countCoupon(ctx, { couponId, orderId, customer: { accountId: null, email } });
  const now = "2026-03-01T12:00:00.000Z";
  const moment = "2026-03-01T12:00:00.001Z";

  it.each([
    ["begins now", { startsAt: now }, null],
    ["begins in a moment", { startsAt: moment }, "coupon.not_started"],
    ["ends in a moment", { endsAt: moment }, null],
    ["ends now", { endsAt: now }, "coupon.ended"],
  ])("looks at the dates once more: one that %s", async (_, given, reason) => {
    const ctx = as(makeContext(used.db), anAdmin());
    const { id, code } = await createCouponOf(ctx, given);
    if (reason === null) await use(ctx, id, "ord_1");
    else await expect(use(ctx, id, "ord_1")).rejects.toMatchObject({ code: "conflict", reason });
    expect(await getCoupon(ctx, { code })).toMatchObject({ used: reason === null ? 1 : 0 });
  });

  it("counts no archived coupon", async () => {
    const ctx = as(makeContext(used.db), anAdmin());
    const { id, code } = await createCouponOf(ctx);
    await archiveCoupon(ctx, { code });
    await expect(use(ctx, id, "ord_1")).rejects.toMatchObject({ reason: "coupon.not_found" });
  });

  it("keeps both limits when twenty count at once, and gives back what each order had, once", async () => {
    const ctx = as(makeContext(used.db), anAdmin());
    const { id, code } = await createCouponOf(ctx, { usageLimit: 5, usageLimitPerCustomer: 2 });
    const attempts = Array.from({ length: 20 }, (_, i) => inTransaction(ctx, (ctx) => use(ctx, id, `ord_${i}`, i % 2 ? "a@example.com" : "b@example.com")));
    const ended = await Promise.allSettled(attempts);
    expect(ended.filter((one) => one.status === "fulfilled")).toHaveLength(4);
    for (const one of ended) if (one.status === "rejected") expect((one.reason as DomainError).reason).toBe("coupon.used_by_you");
    expect(await getCoupon(ctx, { code })).toMatchObject({ used: 4 });
    await use(ctx, id, "ord_c", "c@example.com");
    await expect(use(ctx, id, "ord_d", "d@example.com")).rejects.toMatchObject({ reason: "coupon.used_up" });
    const releases = Array.from({ length: 20 }, (_, i) => inTransaction(ctx, (ctx) => releaseCoupons(ctx, `ord_${i}`)));
    await Promise.all([...releases, inTransaction(ctx, (ctx) => releaseCoupons(ctx, "ord_c")), inTransaction(ctx, (ctx) => releaseCoupons(ctx, "ord_c"))]);
    expect(await getCoupon(ctx, { code })).toMatchObject({ used: 0, state: "active" });
    await expectPromises(ctx);
  });
});

describe("listCoupons", () => {
  const used = useDatabase();

  it("lists by state, by text and in pages, newest first", async () => {
    const ctx = as(makeContext(used.db), anAdmin());
    await createCouponOf(ctx, { code: "RUNS", name: "Spring greetings", startsAt: day("2026-01-01"), endsAt: day("2026-12-31") });
    await createCouponOf(ctx, { code: "LATER", startsAt: day("2026-03-02") });
    await createCouponOf(ctx, { code: "OVER", endsAt: "2026-03-01T12:00:00.000Z" });
    const { id } = await createCouponOf(ctx, { code: "EMPTY", usageLimit: 1 });
    await countCoupon(ctx, { couponId: id, orderId: "ord_1", customer: { accountId: null, email: "a@example.com" } });
    await createCouponOf(ctx, { code: "GONE" });
    await archiveCoupon(ctx, { code: "GONE" });
    const list = async (given: object = {}) => (await listCoupons(ctx, ListCouponsInput.parse(given))).items;
    const codes = async (given: object) => (await list(given)).map((coupon) => coupon.code);
    const byState: [CouponState, string][] = [["active", "RUNS"], ["scheduled", "LATER"], ["expired", "OVER"], ["used_up", "EMPTY"], ["archived", "GONE"]];
    for (const [state, code] of byState) expect((await list({ state })).map((coupon) => [coupon.code, coupon.state])).toEqual([[code, state]]);
    expect(await codes({})).toEqual(["EMPTY", "OVER", "LATER", "RUNS"]);
    expect(await codes({ text: "GREET" })).toEqual(["RUNS"]);
    expect(await codes({ text: "ver" })).toEqual(["OVER"]);
    const first = await listCoupons(ctx, ListCouponsInput.parse({ limit: 3 }));
    expect(first.total).toEqual({ count: 4, isExact: true });
    expect(await codes({ limit: 3, cursor: first.nextCursor })).toEqual(["RUNS"]);
  });
});
