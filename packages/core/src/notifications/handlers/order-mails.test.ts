import { orders, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runEvents } from "../../kernel/index.ts";
import { addPayment, cancelOrder, cancelPayment, deliverOrder, getOrder, refundOrder, shipOrder } from "../../orders/index.ts";
import { approveReturn, createReturn, receiveReturn, rejectReturn, requestReturn } from "../../returns/index.ts";
import { anAdmin, aCustomer, as, createCustomer, createPlacedOrder, expectPromises, makeContext, memoryMailer, scriptedGateway, type MemoryMailer, type PlacedFacts, type TestContext } from "../../testing/index.ts";
import type { Mail } from "../mailer.ts";
import { mailHandlers } from "../index.ts";

const database = useDatabase();
let mailer: MemoryMailer;
let system: TestContext;
let admin: TestContext;

beforeEach(async () => {
  mailer = memoryMailer();
  system = makeContext(database.db, { ports: { mailer }, shop: { name: "Larkfield", bankAccount: "Larkfield Ltd\nDE00 1234" } });
  admin = as(system, anAdmin());
  await system.db.delete(outboxEvents);
});
afterEach(() => expectPromises(system));

async function work() {
  let round = await runEvents(system, mailHandlers, { worker: "w" });
  while (round.done > 0) round = await runEvents(system, mailHandlers, { worker: "w" });
}
/** What was sent since the last look. */
async function news(): Promise<Mail[]> {
  await work();
  return mailer.sent.splice(0);
}
async function only(): Promise<Mail> {
  const mails = await news();
  expect(mails.map(({ template }) => template)).toHaveLength(1);
  const [mail] = mails;
  if (!mail) throw new Error("no mail");
  return mail;
}
/** Placed, and its confirmation set aside. */
async function placed(facts: PlacedFacts = {}) {
  const order = await createPlacedOrder(system, facts);
  return { ...order, confirmation: await only() };
}
async function delivered() {
  const order = await placed();
  await shipOrder(admin, { order: order.order });
  await deliverOrder(admin, { order: order.order });
  await news();
  return order;
}
const tells = (mail: Mail, ...said: string[]) => {
  for (const words of said) {
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);
  }
};
const plain = (mail: Mail) => mail.text.replaceAll("\u00A0", " ");

describe("an order that is confirmed", () => {
  it("is mailed with lines, totals, address and where to see it", async () => {
    const { confirmation: mail, orderNumber } = await placed();
    expect(mail).toMatchObject({ to: "robin@example.com", template: "order-confirmed", subject: `Order ${orderNumber} at Larkfield` });
    tells(mail, `order ${orderNumber}`, "€37.50", "€4.90", "€42.40", "Robin Hale", "Lindenweg 4", "10115 Berlin", "Germany", "Card (test)", "https://shop.example/orders/find");
    expect(plain(mail)).toMatch(/^3 × .+ {2}€37\.50$/m);
    expect(mail.text).not.toContain("How to pay");
  });

  it("is mailed once, however often the event is handled", async () => {
    await placed();
    await system.db.update(outboxEvents).set({ status: "waiting", handledBy: [], closedAt: null });
    expect(await news()).toEqual([]);
  });

  it("of a customer leads into their account", async () => {
    const { accountId } = await createCustomer(system);
    const { confirmation, orderNumber } = await placed({ buyer: aCustomer(accountId) });
    tells(confirmation, `https://shop.example/account/orders/${orderNumber}`);
    expect(confirmation.text).not.toContain("/orders/find");
  });

  it("that is to be paid by transfer says what, where to and under which words", async () => {
    const { confirmation, orderNumber } = await placed({ place: { paymentMethod: "bank_transfer", card: undefined } });
    tells(confirmation, "Please transfer €42.40", "Larkfield Ltd", "DE00 1234", `Reference: Order ${orderNumber}`);
  });

  it("that nobody confirmed is not mailed about: who pays in vain is told on the spot", async () => {
    const declined = scriptedGateway({ status: "declined" });
    const shop = makeContext(database.db, { ports: { mailer, gateways: { test_card: declined } } });
    await expect(createPlacedOrder(shop)).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    expect(await news()).toEqual([]);
  });

  it("shows what its buyer wrote as text and nothing else", async () => {
    const order = await createPlacedOrder(system);
    const name = 'Robin <img src=x onerror="alert(1)">\nBcc: all@example.com';
    const [row] = await system.db.select().from(orders).where(eq(orders.number, order.orderNumber));
    if (!row) throw new Error("no order");
    await system.db.update(orders).set({ shippingAddress: { ...row.shippingAddress, name } }).where(eq(orders.id, row.id));
    const mail = await only();
    expect(mail.html).toContain("Robin &lt;img src=x onerror=&quot;alert(1)&quot;&gt; Bcc: all@example.com");
    expect(mail.html).not.toContain("<img");
    expect(mail.text).toContain('Robin <img src=x onerror="alert(1)"> Bcc: all@example.com');
  });

  it("whose buyer was forgotten meanwhile is not mailed about", async () => {
    const order = await createPlacedOrder(system);
    await system.db.update(orders).set({ email: "" }).where(eq(orders.number, order.orderNumber));
    expect(await news()).toEqual([]);
  });
});

describe("a payment that is agreed on later", () => {
  it("by transfer is mailed with how to pay, any other is not", async () => {
    const { order, orderNumber } = await placed({ place: { paymentMethod: "cash_on_delivery", card: undefined } });
    const { payments } = await cancelPayment(admin, { order, paymentId: await paymentOf(order) });
    expect(payments).toMatchObject([{ status: "cancelled" }]);
    await addPayment(admin, { order, method: "bank_transfer", amountMinor: 4_000 });
    const mail = await only();
    expect(mail.template).toBe("payment-instructions");
    tells(mail, "Please transfer €40.00", "DE00 1234", `Reference: Order ${orderNumber}`);
    await addPayment(admin, { order, method: "cash_on_delivery", amountMinor: 240 });
    expect(await news()).toEqual([]);
  });
});

async function paymentOf(order: string): Promise<string> {
  return (await getOrder(admin, { order })).payments[0]?.id ?? "";
}

describe("a parcel", () => {
  it("is mailed with its goods and where to follow it", async () => {
    const { order, orderNumber, lineIds } = await placed();
    await shipOrder(admin, { order, lines: [{ lineId: lineIds[0] ?? "", quantity: 1 }], carrier: "DHL", trackingNumber: "0034 <0434>" });
    const mail = await only();
    expect(mail).toMatchObject({ template: "order-shipped", subject: `Order ${orderNumber} at Larkfield is on its way` });
    tells(mail, "A part of your order", "Carrier: DHL", "tracking-id=0034%3C0434%3E", "Lindenweg 4");
    expect(plain(mail)).toMatch(/^1 × /m);
    expect(mail.text).toContain("Tracking number: 0034 <0434>");
    expect(mail.html).toContain("Tracking number: 0034 &lt;0434&gt;");
    await shipOrder(admin, { order });
    const rest = await only();
    tells(rest, `Your order ${orderNumber} is on its way.`);
    expect(plain(rest)).toMatch(/^2 × /m);
    expect(rest.text).not.toContain("Carrier");
  });
});

describe("what is cancelled", () => {
  it("is mailed, in part and in whole, and so is the money that goes back", async () => {
    const { order, lineIds } = await placed();
    await cancelOrder(admin, { order, lines: [{ lineId: lineIds[0] ?? "", quantity: 1 }], reason: "secret reason of staff" });
    const [first, refund] = await news();
    if (!first || !refund) throw new Error("two mails are sent");
    expect([first.template, refund.template]).toEqual(["order-cancelled", "refund"]);
    tells(first, "A part of order", "€12.50");
    expect(first.text + first.html).not.toContain("secret reason");
    expect(plain(first)).toMatch(/^1 × /m);
    tells(refund, "We gave back €12.50");
    await cancelOrder(admin, { order, reason: "no longer made" });
    const [rest] = await news();
    tells(rest!, "was cancelled.");
    expect(plain(rest!)).toMatch(/^2 × /m);
  });

  it("says nothing of money that was given otherwise", async () => {
    const { order } = await placed();
    await refundOrder(admin, { order, amountMinor: 500, reason: "sorry" });
    const mail = await only();
    expect(mail).toMatchObject({ template: "refund", subject: expect.stringMatching(/^€5\.00 goes back to you/) });
  });
});

describe("goods that come back", () => {
  const reason = "damaged" as const;
  const unitsOf = (lineIds: readonly string[], quantity: number) => [{ lineId: lineIds[0] ?? "", quantity }];

  it("are mailed about when the buyer asks, when staff agree, and when they arrive", async () => {
    const { buyer, access, lineIds } = await delivered();
    const { id, number } = await requestReturn(buyer, { access, lines: unitsOf(lineIds, 2), reason, comment: "<i>broken</i>" });
    const asked = await only();
    expect(asked.template).toBe("return-registered");
    tells(asked, `Return ${number} `, "please wait with sending it");
    expect(plain(asked)).toMatch(/^2 × /m);
    await approveReturn(admin, { return: id, note: "Pack it <well>." });
    const agreed = await only();
    tells(agreed, `the number of the return, ${number},`);
    expect(agreed.html).toContain("Our note: Pack it &lt;well&gt;.");
    await receiveReturn(admin, { return: id, lines: [{ lineId: lineIds[0] ?? "", restocked: 0, writtenOff: 1 }], isLast: false });
    const [arrived, refund] = await news();
    if (!arrived || !refund) throw new Error("two mails are sent");
    expect([arrived.template, refund.template]).toEqual(["return-received", "refund"]);
    tells(arrived, "have arrived", "€12.50 goes back to you", "We still expect the rest.");
    expect(plain(arrived)).toMatch(/^1 × /m);
    tells(refund, "We gave back €12.50");
    await receiveReturn(admin, { return: id, lines: [], isLast: true });
    tells(await only(), "nothing more is expected");
  });

  it("that staff register are agreed to, and what is turned down says why", async () => {
    const { order, lineIds, buyer, access } = await delivered();
    await createReturn(admin, { order, lines: unitsOf(lineIds, 1), reason });
    tells(await only(), "Please send the goods back");
    const { id } = await requestReturn(buyer, { access, lines: unitsOf(lineIds, 1), reason });
    await news();
    await rejectReturn(admin, { return: id, note: "It was worn." });
    const mail = await only();
    expect(mail.template).toBe("return-rejected");
    tells(mail, "Our note: It was worn.");
  });
});

describe("a mail that can't be sent", () => {
  it("holds back neither refunds nor anything else of its order", async () => {
    mailer.isReachable = false;
    const { order } = await createPlacedOrder(system);
    expect(await runEvents(system, mailHandlers, { worker: "w" })).toMatchObject({ failed: 1 });
    await cancelOrder(admin, { order, reason: "no longer made" });
    const waiting = await system.db.select({ type: outboxEvents.type, subject: outboxEvents.subject }).from(outboxEvents).where(eq(outboxEvents.status, "waiting"));
    const news = waiting.filter(({ subject }) => subject.endsWith("/news")).map(({ type }) => type);
    expect(news).toEqual(["order.confirmed", "order.cancelled", "refund.settled"]);
    expect(waiting.filter(({ type }) => type === "refund.started").every(({ subject }) => !subject.endsWith("/news"))).toBe(true);
    mailer.isReachable = true;
    system.clock.advanceMinutes(1);
    await work();
    expect(mailer.sent.map(({ template }) => template)).toEqual(["order-confirmed", "order-cancelled", "refund"]);
  });
});
