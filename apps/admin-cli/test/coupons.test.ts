import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeAll(async () => {
  shop = await startStub();
});
afterAll(() => shop.stop());
beforeEach(() => {
  shop.calls.length = 0;
});

const coupons = (line: string, options: object = {}) => run(["coupons", ...line.split(" ")], { url: shop.url, ...options });
const sent = (path: string) => shop.calls.filter((call) => call.path === `promotions.${path}`).map((call) => call.input);

describe("coupons", () => {
  it.each(["list", "show", "create", "update", "archive"])("%s has examples in its help", async (verb) => {
    expect(await coupons(`${verb} --help`)).toMatchObject({ code: 0, stdout: expect.stringContaining(`$ cartwright coupons ${verb}`) });
  });

  it.each([
    ["create SPRING --percent 10", "A coupon needs a --name that shoppers read."],
    ["create SPRING --name Spring", "Give either --percent or --amount."],
    ["create SPRING --name Spring --percent 10 --amount 5", "Give either --percent or --amount."],
    ["create SPRING --name Spring --percent 101", "Not accepted: percentBasisPoints: A coupon takes off 100% at most."],
    ["create SPRING --name Spring --amount 5.005", "--amount 5.005: not a price in EUR"],
    ["create SP --name Spring --percent 10", "Not accepted: code: A code has 3 to 40 letters"],
    ["create SPRING --name Spring --percent 10 --ends tomorrow", "Give a day such as 2026-12-31"],
    ["create SPRING --name Spring --percent 10 --ends 2026-02-31", "Give a day such as 2026-12-31"],
    ["create SPRING --name Spring --percent 10 --uses 0", "Give a whole number from 1."],
    ["update SPRING10", "Say what to change, such as --ends or --uses."],
    ["list --state sold", "Allowed choices are active, scheduled, used_up, expired, archived."],
    ["archive SPRING10", "Nobody is here to answer: add --yes"],
  ])("%s exits with 2 and says why", async (line, text) => {
    const { code, stdout, stderr } = await coupons(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
  });

  it("list is tab-separated when piped", async () => {
    expect(await coupons("list")).toEqual({ code: 0, stdout: "SPRING10\tSpring\tactive\t10%\t€50.00\t7 of 100\t1\t2026-07-01T00:00:00.000Z\n", stderr: "" });
    expect(await coupons("list --state archived")).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("No coupons.") });
  });

  it("create sends minor units, basis points and whole days in UTC", async () => {
    const line = "create fiver --name Five --amount 5 --minimum 50 --starts 2026-12-01 --ends 2026-12-31 --uses 100 --uses-per-customer 1";
    const input = {
      code: "FIVER", name: "Five", amountMinor: 500, minimumMinor: 5_000, startsAt: "2026-12-01T00:00:00.000Z", endsAt: "2027-01-01T00:00:00.000Z",
      usageLimit: 100, usageLimitPerCustomer: 1,
    };
    expect(JSON.parse((await coupons(`${line} --dry-run`)).stdout)).toEqual(input);
    expect(sent("createCoupon")).toEqual([]);
    expect((await coupons(`${line} --json`)).code).toBe(0);
    expect(sent("createCoupon")).toEqual([input]);
    expect((await coupons("create SPRING10 --name Spring --percent 10")).code).toBe(5);
  });

  it("update sends what is given, and nulls for what is taken away", async () => {
    await coupons("update spring10 --percent 12.5 --ends 2026-06-30T18:00+02:00 --no-uses --no-uses-per-customer --no-minimum --no-starts");
    const nulls = { startsAt: null, usageLimit: null, usageLimitPerCustomer: null };
    expect(sent("updateCoupon")).toEqual([{ code: "SPRING10", percentBasisPoints: 1_250, minimumMinor: 0, endsAt: "2026-06-30T16:00:00.000Z", ...nulls }]);
    await coupons("update SPRING10 --name Summer");
    expect(sent("updateCoupon")[1]).toEqual({ code: "SPRING10", name: "Summer" });
  });

  it("archive asks, shows, and does it with --yes", async () => {
    expect(await coupons("archive spring10 --dry-run")).toMatchObject({ code: 0, stderr: "Would archive SPRING10 (Spring).\n" });
    expect(sent("archiveCoupon")).toEqual([]);
    expect(await coupons("archive spring10 --yes")).toMatchObject({ code: 0, stderr: "Archived SPRING10 (Spring).\n" });
    expect(sent("archiveCoupon")).toEqual([{ code: "SPRING10" }]);
    expect((await coupons("show NO-SUCH")).code).toBe(3);
  });
});
