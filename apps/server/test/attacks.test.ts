import { testCards } from "@cartwright/core/payments/schemas";
import { anAddress } from "@cartwright/core/testing";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openAttackScene, tally, type Visitor } from "./attacks-scene.ts";

// The attacks that Warszawski and Bailis published on shops (ACIDRain, SIGMOD 2017), and more of their kind: many
// requests at once, at the API of two real servers on one database. All of them have to fail.
const shop = openAttackScene();

const placedOrder = (answer: { data?: unknown }) => answer.data as { orderId: string; total: { amountMinor: number } };

describe("the inventory attack", () => {
  it("sells 40 buyers exactly the 15 units there are", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 15 });
    const buyers = await Promise.all(Array.from({ length: 40 }, () => shop.buyer([{ variantId, quantity: 1 }])));
    const inputs = await Promise.all(buyers.map((buyer) => shop.placeInput(buyer)));
    const tabs = buyers.map((buyer, index) => shop.tabs(buyer, 2)[index % 2] ?? buyer);
    const answers = await Promise.all(tabs.map((tab, index) => tab.mutate("checkout.place", inputs[index])));
    const counts = tally(answers);
    expect(counts["200"]).toBe(15);
    expect(Object.keys(counts).toSorted()).toEqual(["200", "checkout.insufficient_stock"]);
    expect(await shop.unitsSold(variantId)).toBe(15);
    await shop.expectPromises();
  });

  it("does not sell a unit twice to carts that want it with different others", { timeout: 60_000 }, async () => {
    const scarce = await shop.sellable({ stock: 4 });
    const others = await Promise.all([20, 20, 20].map((stock) => shop.sellable({ stock })));
    const buyers = await Promise.all(
      Array.from({ length: 18 }, (_, index) => {
        const other = { variantId: others[index % 3]?.variantId ?? "", quantity: 1 };
        const wanted = { variantId: scarce.variantId, quantity: 1 + (index % 2) };
        return shop.buyer(index % 2 === 0 ? [wanted, other] : [other, wanted]);
      }),
    );
    const inputs = await Promise.all(buyers.map((buyer) => shop.placeInput(buyer)));
    const answers = await Promise.all(buyers.map((buyer, index) => (shop.tabs(buyer, 2)[index % 2] ?? buyer).mutate("checkout.place", inputs[index])));
    expect(answers.every((answer) => answer.status === 200 || answer.reason === "checkout.insufficient_stock")).toBe(true);
    expect(await shop.unitsSold(scarce.variantId)).toBeLessThanOrEqual(4);
    await shop.expectPromises();
  });
});

describe("the cart attack", () => {
  it("gets nothing that was put in while the order was being paid", { timeout: 60_000 }, async () => {
    const cheap = await shop.sellable({ stock: 5, priceMinor: 100 });
    const dear = await shop.sellable({ stock: 5, priceMinor: 90_000 });
    const buyer = await shop.buyer([{ variantId: cheap.variantId, quantity: 1 }]);
    const [paying = buyer, adding = buyer] = shop.tabs(buyer, 2);
    const placing = paying.mutate("checkout.place", await shop.placeInput(buyer, { card: { number: testCards.slow } }));
    await pause(1_000);
    expect(await adding.mutate("cart.addLine", { variantId: dear.variantId, quantity: 1 })).toMatchObject({ reason: "cart.placing" });
    expect(await adding.mutate("checkout.update", { email: "other@example.com", shippingAddress: anAddress })).toMatchObject({ reason: "cart.placing" });
    const placed = await placing;
    expect(placed.status).toBe(200);
    const order = await shop.order(placedOrder(placed).orderId);
    expect(order).toMatchObject({ totalMinor: 590, lines: [{ variantId: cheap.variantId, quantity: 1 }] });
    await shop.expectPromises();
  });

  it("gets no more of a line by changing it while a slow card is asked", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 9, priceMinor: 1_000 });
    const buyer = await shop.buyer([{ variantId, quantity: 1 }]);
    const { lines } = (await buyer.query("cart.get")).data as { lines: { id: string }[] };
    const [paying = buyer, changing = buyer] = shop.tabs(buyer, 2);
    const placing = paying.mutate("checkout.place", await shop.placeInput(buyer, { card: { number: testCards.slow } }));
    await pause(1_000);
    expect(await changing.mutate("cart.updateLine", { lineId: lines[0]?.id, quantity: 9 })).toMatchObject({ reason: "cart.placing" });
    expect(await changing.mutate("cart.removeLine", { lineId: lines[0]?.id })).toMatchObject({ reason: "cart.placing" });
    const placed = await placing;
    expect(await shop.order(placedOrder(placed).orderId)).toMatchObject({ totalMinor: 1_490, lines: [{ quantity: 1 }] });
    await shop.expectPromises();
  });

  it("pays for every unit that slipped in before, or is told that the total has changed", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 400, priceMinor: 1_000 });
    for (let round = 0; round < 12; round += 1) {
      const buyer = await shop.buyer([{ variantId, quantity: 1 }]);
      const input = await shop.placeInput(buyer);
      const [paying = buyer, ...adding] = shop.tabs(buyer, 6);
      const placing = paying.mutate("checkout.place", input);
      const added = Promise.all(adding.map((tab) => tab.mutate("cart.addLine", { variantId, quantity: 1 })));
      const [placed] = await Promise.all([placing, added]);
      if (placed.status === 200) {
        const order = await shop.order(placedOrder(placed).orderId);
        expect(order).toMatchObject({ totalMinor: 1_490, lines: [{ quantity: 1 }] });
        expect((await shop.bankOf(placedOrder(placed).orderId)).takenMinor).toBe(1_490);
      } else {
        expect(placed.reason).toBe("checkout.total_changed");
      }
    }
    await shop.expectPromises();
  });
});

describe("the voucher attack", () => {
  const couponed = async (code: string, buyers: number, email?: string) => {
    const { variantId } = await shop.sellable({ stock: 100, priceMinor: 1_000 });
    const people = await Promise.all(Array.from({ length: buyers }, () => shop.buyer([{ variantId, quantity: 1 }], email)));
    for (const person of people) await person.mutate("cart.applyCoupon", { code });
    return people;
  };
  const createCoupon = async (limits: Record<string, number>) => {
    const code = `ATTACK-${crypto.randomUUID().slice(0, 8)}`.toUpperCase();
    const created = await shop.staffTabs(1)[0]?.mutate("promotions.createCoupon", { code, name: "Half off", percentBasisPoints: 5_000, ...limits });
    expect(created?.status).toBe(200);
    return code;
  };
  const placeAll = async (people: readonly Visitor[]) => {
    const inputs = await Promise.all(people.map((person) => shop.placeInput(person)));
    expect(new Set(inputs.map((input) => input.expectedTotalMinor))).toEqual(new Set([990]));
    return Promise.all(people.map((person, index) => (shop.tabs(person, 2)[index % 2] ?? person).mutate("checkout.place", inputs[index])));
  };

  it("redeems a coupon for three only three times", { timeout: 60_000 }, async () => {
    const code = await createCoupon({ usageLimit: 3 });
    const answers = await placeAll(await couponed(code, 20));
    expect(tally(answers)["200"]).toBe(3);
    expect(await shop.usesOf(code)).toEqual({ counted: 3, orders: 3 });
    await shop.expectPromises();
  });

  it("redeems once what a customer may use once, in however many carts", { timeout: 60_000 }, async () => {
    const code = await createCoupon({ usageLimitPerCustomer: 1 });
    const answers = await placeAll(await couponed(code, 10, `${crypto.randomUUID()}@example.com`));
    expect(tally(answers)["200"]).toBe(1);
    expect(await shop.usesOf(code)).toEqual({ counted: 1, orders: 1 });
    await shop.expectPromises();
  });

  it("gives a use back once when its payment is declined, however often it is asked", { timeout: 60_000 }, async () => {
    const code = await createCoupon({ usageLimit: 1 });
    const [person] = await couponed(code, 1);
    if (!person) throw new Error("somebody was made above");
    const input = await shop.placeInput(person, { card: { number: testCards.declined } });
    const answers = await Promise.all(shop.tabs(person, 6).map((tab) => tab.mutate("checkout.place", input)));
    expect(tally(answers)).toEqual({ "checkout.payment_declined": 6 });
    expect(await shop.usesOf(code)).toEqual({ counted: 0, orders: 0 });
    expect((await person.mutate("checkout.place", await shop.placeInput(person))).status).toBe(200);
    expect(await shop.usesOf(code)).toEqual({ counted: 1, orders: 1 });
  });
});

describe("ordering a cart many times at once", () => {
  it("makes one order of one cart, whatever the keys", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 50, priceMinor: 1_000 });
    const buyer = await shop.buyer([{ variantId, quantity: 2 }]);
    const input = await shop.placeInput(buyer);
    const own = shop.tabs(buyer, 8).map((tab) => tab.mutate("checkout.place", { ...input, idempotencyKey: crypto.randomUUID() }));
    const answers = await Promise.all(own);
    const placed = answers.filter((answer) => answer.status === 200);
    expect(new Set(placed.map((answer) => placedOrder(answer).orderId)).size).toBe(1);
    expect(await shop.unitsSold(variantId)).toBe(2);
    expect((await shop.bankOf(placedOrder(placed[0] ?? {}).orderId)).takenMinor).toBe(2_490);
    await shop.expectPromises();
  });

  it("gives every repeat of one key the same order, and takes the money once", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 50, priceMinor: 1_000 });
    const buyer = await shop.buyer([{ variantId, quantity: 1 }]);
    const input = await shop.placeInput(buyer, { card: { number: testCards.slow } });
    const answers = await Promise.all(shop.tabs(buyer, 8).map((tab) => tab.mutate("checkout.place", input)));
    expect(tally(answers)).toEqual({ "200": 8 });
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect((await shop.bankOf(placedOrder(answers[0] ?? {}).orderId)).takenMinor).toBe(1_490);
    await shop.expectPromises();
  });
});

describe("a price that changes under the buyer", () => {
  it("is neither charged unseen nor kept at the old one", { timeout: 60_000 }, async () => {
    const { productId, variantId } = await shop.sellable({ stock: 50, priceMinor: 1_000 });
    const [staff] = shop.staffTabs(1);
    for (let round = 0; round < 6; round += 1) {
      const buyer = await shop.buyer([{ variantId, quantity: 1 }]);
      const input = await shop.placeInput(buyer);
      const dearer = input.expectedTotalMinor - 490 + 100;
      const variants = [{ id: variantId, priceMinor: dearer }];
      const [placed, changed] = await Promise.all([
        buyer.mutate("checkout.place", input),
        staff?.mutate("catalog.updateProduct", { product: productId, variants }),
      ]);
      expect(changed?.status).toBe(200);
      if (placed.status === 200) expect(await shop.order(placedOrder(placed).orderId)).toMatchObject({ totalMinor: input.expectedTotalMinor });
      else expect(placed.reason).toBe("checkout.total_changed");
    }
    await shop.expectPromises();
  });
});

describe("races of staff", () => {
  const placed = async (quantity: number) => {
    const { variantId } = await shop.sellable({ stock: 10, priceMinor: 1_000 });
    const buyer = await shop.buyer([{ variantId, quantity }]);
    const answer = await buyer.mutate("checkout.place", await shop.placeInput(buyer));
    return { variantId, ...placedOrder(answer) };
  };

  it("cancelling against shipping: one of the two, never both", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 8; round += 1) {
      const { orderId, variantId } = await placed(2);
      const tabs = shop.staffTabs(4);
      await Promise.all(
        tabs.map((tab, index) => (index % 2 === 0 ? tab.mutate("orders.ship", { order: orderId }) : tab.mutate("orders.cancel", { order: orderId, reason: "race" }))),
      );
      const order = await shop.order(orderId);
      const bank = await shop.bankOf(orderId);
      const [line] = order.lines;
      if (order.status === "cancelled") {
        expect([line?.quantityShipped, line?.quantityCancelled, bank.givenBackMinor]).toEqual([0, 2, 2_490]);
      } else {
        expect([order.status, line?.quantityShipped, line?.quantityCancelled, bank.givenBackMinor]).toEqual(["shipped", 2, 0, 0]);
      }
      expect(await shop.unitsSold(variantId)).toBe(order.status === "cancelled" ? 0 : 2);
    }
    await shop.expectPromises();
  });

  it("cancelling many times at once gives the money back once", { timeout: 60_000 }, async () => {
    const { orderId } = await placed(1);
    await Promise.all(shop.staffTabs(6).map((tab) => tab.mutate("orders.cancel", { order: orderId, reason: "race" })));
    expect(await shop.refundsOf(orderId)).toEqual([{ amountMinor: 1_490 }]);
    expect(await shop.bankOf(orderId)).toEqual({ takenMinor: 1_490, givenBackMinor: 1_490 });
    await shop.expectPromises();
  });

  it("refunding many times at once never gives back more than was paid", { timeout: 60_000 }, async () => {
    const { orderId } = await placed(1);
    const answers = await Promise.all(shop.staffTabs(8).map((tab) => tab.mutate("orders.refund", { order: orderId, amountMinor: 500, reason: "race" })));
    expect(tally(answers)["200"]).toBe(2);
    expect(await shop.bankOf(orderId)).toEqual({ takenMinor: 1_490, givenBackMinor: 1_000 });
    await shop.expectPromises();
  });

  it("refunding against cancelling gives back all that was paid, once", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 5; round += 1) {
      const { orderId } = await placed(1);
      const [refunding, cancelling] = shop.staffTabs(2);
      await Promise.all([
        refunding?.mutate("orders.refund", { order: orderId, amountMinor: 1_000, reason: "race" }),
        cancelling?.mutate("orders.cancel", { order: orderId, reason: "race" }),
      ]);
      expect(await shop.bankOf(orderId)).toEqual({ takenMinor: 1_490, givenBackMinor: 1_490 });
    }
    await shop.expectPromises();
  });

  it("receiving one return many times at once restocks and refunds it once", { timeout: 60_000 }, async () => {
    const { orderId, variantId } = await placed(2);
    const [staff] = shop.staffTabs(1);
    await staff?.mutate("orders.ship", { order: orderId });
    const { lines } = await shop.order(orderId);
    const opened = await staff?.mutate("returns.create", { order: orderId, lines: [{ lineId: lines[0]?.id, quantity: 1 }], reason: "damaged" });
    expect(opened?.status).toBe(200);
    if (!opened) throw new Error("staff was there above");
    const { id } = opened.data as { id: string };
    const answers = await Promise.all(shop.staffTabs(6).map((tab) => tab.mutate("returns.receive", { return: id })));
    expect(tally(answers)["200"]).toBe(1);
    expect(await shop.bankOf(orderId)).toEqual({ takenMinor: 2_490, givenBackMinor: 1_000 });
    const levels = await staff?.query(`inventory.getLevels?input=${encodeURIComponent(JSON.stringify({ variantId }))}`);
    expect(levels?.data).toMatchObject({ onHand: 9 });
    await shop.expectPromises();
  });

  it("shipping many times at once sends each unit once", { timeout: 60_000 }, async () => {
    const { orderId } = await placed(3);
    const { lines } = await shop.order(orderId);
    const lineId = lines[0]?.id ?? "";
    await Promise.all(shop.staffTabs(6).map((tab) => tab.mutate("orders.ship", { order: orderId, lines: [{ lineId, quantity: 2 }] })));
    expect(await shop.order(orderId)).toMatchObject({ status: "processing", lines: [{ quantityShipped: 2 }] });
    await shop.expectPromises();
  });

  it("receiving under one key many times at once adds the units once", { timeout: 60_000 }, async () => {
    const { variantId } = await shop.sellable({ stock: 0 });
    const input = { variantId, quantity: 5, idempotencyKey: crypto.randomUUID() };
    const answers = await Promise.all(shop.staffTabs(8).map((tab) => tab.mutate("inventory.receive", input)));
    expect(tally(answers)).toEqual({ "200": 8 });
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    const [staff] = shop.staffTabs(1);
    const levels = await staff?.query(`inventory.getLevels?input=${encodeURIComponent(JSON.stringify({ variantId }))}`);
    expect(levels?.data).toMatchObject({ onHand: 5 });
    await shop.expectPromises();
  });
});
