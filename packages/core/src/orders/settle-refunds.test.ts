import { outboxEvents, payments, refunds } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mostAttempts, runEvents } from "../kernel/index.ts";
import { retryDeadEvents } from "../events/index.ts";
import { anAdmin, as, createPlacedOrder, expectPromises, makeContext, scriptedGateway, type ScriptedGateway, type TestContext } from "../testing/index.ts";
import { cancelOrder, getOrder, refundOrder, settleRefunds, startedRefunds } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;
let order: string;
const work = () => runEvents(system, [startedRefunds], { worker: "w" });
const storyOf = async () => (await getOrder(system, { order })).events.map(({ type }) => type);

beforeEach(async () => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway } } });
  await system.db.delete(outboxEvents);
  ({ order } = await createPlacedOrder(system));
});

const cancel = () => cancelOrder(as(system, anAdmin()), { order, reason: "changed their mind" });

describe("a refund", () => {
  it("is asked for at once, and its answer is part of the order's story", async () => {
    await cancel();
    expect(gateway.refunds).toHaveLength(1);
    expect((await storyOf()).slice(-2)).toEqual(["refunded", "refund_settled"]);
    expect(await work()).toMatchObject({ done: 1 });
    expect(gateway.refunds).toHaveLength(1);
    expect((await storyOf()).filter((type) => type === "refund_settled")).toHaveLength(1);
    await expectPromises(system);
  });

  it("is asked for again until the gateway can be reached, and given once", async () => {
    gateway.isReachable = false;
    await cancel();
    expect(await work()).toMatchObject({ failed: 1 });
    expect((await storyOf()).at(-1)).toBe("refunded");
    gateway.isReachable = true;
    system.clock.advanceMinutes(1);
    expect(await work()).toMatchObject({ done: 1 });
    expect(gateway.refunds).toHaveLength(1);
    expect((await storyOf()).at(-1)).toBe("refund_settled");
  });

  it("whose gateway stays away ends among the dead events, and is given once it is retried", async () => {
    gateway.isReachable = false;
    await cancel();
    for (let i = 0; i < mostAttempts; i += 1) {
      await work();
      system.clock.advanceMinutes(15);
    }
    gateway.isReachable = true;
    expect(await work()).toMatchObject({ done: 0 });
    expect(await retryDeadEvents(system, { type: "refund.started" })).toEqual({ retriedCount: 1 });
    expect(await work()).toMatchObject({ done: 1 });
    expect(gateway.refunds).toHaveLength(1);
  });

  it("that the gateway refuses for good is a failed one, and its money can be given back another time", async () => {
    gateway.refund = async () => ({ reference: "gwr_no", refusal: "the card is closed" });
    await cancel();
    expect((await getOrder(system, { order })).events.at(-1)).toMatchObject({ type: "refund_failed", reason: "the card is closed" });
    expect(await system.db.select().from(refunds)).toContainEqual(expect.objectContaining({ status: "failed", gatewayReference: "gwr_no" }));
    const { id } = await getOrder(system, { order });
    const [payment] = await system.db.select().from(payments).where(eq(payments.orderId, id));
    expect(payment).toMatchObject({ refundedMinor: 0 });
    system.ports.gateways.test_card = scriptedGateway();
    const again = { order, amountMinor: payment?.capturedMinor ?? 0, reason: "by bank transfer" };
    await refundOrder(as(system, anAdmin()), again);
    expect((await storyOf()).at(-1)).toBe("refund_settled");
  });

  it("is written once when several ask at the same time", async () => {
    gateway.isReachable = false;
    await cancel();
    gateway.isReachable = true;
    const { id } = await getOrder(system, { order });
    await Promise.all([settleRefunds(system, { orderId: id }), settleRefunds(system, { orderId: id }), work()]);
    expect((await storyOf()).filter((type) => type === "refund_settled")).toHaveLength(1);
    expect(gateway.refunds).toHaveLength(1);
  });
});
