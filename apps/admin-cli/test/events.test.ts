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

const events = (...args: string[]) => run(["events", ...args], { url: shop.url });
const sent = (path: string) => shop.calls.find((call) => call.path === path)?.input;

describe("events", () => {
  it("are listed, by status, type and what they are about", async () => {
    const { stdout } = await events("list");
    expect(stdout.split("\n").map((line) => line.split("\t").slice(0, 4).join(" "))).toEqual(["evt_2 waiting refund.started ord_1001", "evt_1 dead refund.started ord_1001", ""]);
    expect((await events("list", "--status", "done"))).toEqual({ code: 0, stdout: "", stderr: "No events.\n" });
    await events("list", "--type", "refund.started", "--about", "ord_1001");
    expect(shop.calls.at(-1)?.input).toMatchObject({ type: "refund.started", subject: "ord_1001" });
    expect((await events("list", "--status", "lost")).code).toBe(2);
  });

  it("that are dead are listed with what they failed on", async () => {
    const { stdout } = await events("dead");
    expect(stdout).toBe("evt_1\trefund.started\tord_1001\t10\t2026-05-01T10:00:00.000Z\tError: the gateway can't be reached\n");
    expect(JSON.parse((await events("dead", "--json")).stdout)).toMatchObject({ items: [{ id: "evt_1", lastError: "Error: the gateway can't be reached" }] });
  });

  it("are shown one by one", async () => {
    const { stdout } = await events("show", "evt_2");
    expect(stdout).toContain('payload\t{"refundId":"ref_1"}\n');
    expect(stdout).toContain("held back by\tevt_1\n");
    expect(JSON.parse((await events("show", "evt_1", "--json")).stdout)).toMatchObject({ status: "dead", attempts: 10 });
    expect(await events("show", "evt_9")).toEqual({ code: 3, stdout: "", stderr: 'There is no event "evt_9".\n' });
  });
});

describe("retry", () => {
  it("has one handled now", async () => {
    const { code, stdout } = await events("retry", "evt_1", "--json");
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { status: "waiting", attempts: 0 }]);
    expect(sent("events.retry")).toEqual({ event: "evt_1" });
  });

  it("has all dead ones handled, of a type, after asking", async () => {
    expect(await events("retry", "--dead", "--type", "refund.started", "--yes")).toEqual({ code: 0, stdout: "", stderr: "Retried 1.\n" });
    expect(sent("events.retryDead")).toEqual({ type: "refund.started" });
    expect((await events("retry", "--dead")).stderr).toContain("Retry 1 dead events? Nobody is here to answer");
  });

  it("only says what it would do on a dry run", async () => {
    expect((await events("retry", "evt_1", "--dry-run")).stderr).toBe("Would retry refund.started about ord_1001 (dead, tried 10 times).\n");
    expect((await events("retry", "--dead", "--dry-run")).stderr).toBe("Would retry 1 dead events.\n");
    expect(sent("events.retry") ?? sent("events.retryDead")).toBeUndefined();
  });

  it.each([[["retry"]], [["retry", "evt_1", "--dead"]], [["retry", "evt_1", "--type", "refund.started"]]])("refuses %j", async (args) => {
    expect((await events(...args)).code).toBe(2);
  });
});

describe("skip", () => {
  it("asks, wants a reason, and gives the event up", async () => {
    expect((await events("skip", "evt_1")).stderr).toContain("--reason");
    expect(await events("skip", "evt_1", "--reason", "paid back by hand")).toMatchObject({ code: 2, stderr: expect.stringContaining("It will not be done.") });
    expect(sent("events.skip")).toBeUndefined();
    expect((await events("skip", "evt_1", "--reason", "paid back by hand", "--dry-run")).stderr).toBe("Would skip refund.started about ord_1001 (dead).\n");
    expect((await events("skip", "evt_1", "--reason", "paid back by hand", "--yes")).stdout).toContain("status\tskipped\n");
    expect(sent("events.skip")).toEqual({ event: "evt_1", reason: "paid back by hand" });
  });
});

describe("doctor", () => {
  it("warns of dead events and of a queue that does not move", async () => {
    const check = async () => (await run(["doctor"], { url: shop.url })).stdout.split("\n").find((line) => line.includes("\tevents\t"));
    expect(await check()).toBe("ok\tevents\t0 waiting");
    shop.outbox = { waitingCount: 3, deadCount: 2, oldestWaitingSeconds: 20 };
    expect(await check()).toBe("warning\tevents\t2 dead, 3 waiting, the oldest for 20 s; see: cartwright events dead");
    shop.outbox = { waitingCount: 3, deadCount: 0, oldestWaitingSeconds: 900 };
    expect(await check()).toBe("warning\tevents\t3 waiting, the oldest for 900 s; see: cartwright events list --status waiting");
  });
});
