import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { askGateway, askRefund } from "../payments/index.ts";
import { storeImage } from "../media/index.ts";
import { makeContext, scriptedGateway } from "../testing/index.ts";

const database = useDatabase();

it("keeps gateways and the media store out of transactions", async () => {
  const gateway = scriptedGateway();
  const ctx = makeContext(database.db, { ports: { gateways: { test_card: gateway } } });
  const request = { idempotencyKey: "pay_1", amount: { amountMinor: 1, currency: "EUR" }, orderNumber: 1 };
  const message = "outside of transactions";
  await expect(inTransaction(ctx, (ctx) => askGateway(ctx, "test_card", request))).rejects.toThrow(message);
  await expect(inTransaction(ctx, (ctx) => askRefund(ctx, "ref_1"))).rejects.toThrow(message);
  await expect(inTransaction(ctx, (ctx) => storeImage(ctx, new Uint8Array()))).rejects.toThrow(message);
  expect(gateway.charges).toEqual([]);
  expect(await askGateway(ctx, "test_card", request)).toMatchObject({ status: "captured" });
});
