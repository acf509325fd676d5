import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Book, type BookedCharge, type ChargeOrder, type RefundOrder } from "./book.ts";

// The bank, in a process of its own that is never killed. What it does with a charge stands in the card's number.
const book = new Book();
const stories = new Map<number, string[]>();
const deafFinds = new Map<string, number>();

const server = createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => send(response, 500, { error: String(error) }));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://bank");
  const [, noun, key] = url.pathname.split("/");
  const body = request.method === "POST" ? ((await readBody(request)) as never) : undefined;
  if (noun === "charges" && body) return charge(body, response);
  if (noun === "charges" && key) return find(decodeURIComponent(key), response);
  if (noun === "refunds" && body) return refund(body, response);
  if (noun === "book") return showBook(Number(url.searchParams.get("story")), response);
  return send(response, 404, { error: "not found" });
}

async function charge(order: ChargeOrder, response: ServerResponse): Promise<void> {
  const booked = book.hear(order);
  const { card } = booked;
  const known = booked.moved > 0 || (booked.asked > 1 && booked.isDeclined);
  note(booked, `charge ${booked.key} ${order.amountMinor}${known ? ", known" : `, ${card.isDeclined ? "declined" : card.charge}`}`);
  const isFirst = booked.asked === 1;
  if (isFirst) deafFinds.set(booked.key, card.deafFinds);
  if (booked.isDeclined) {
    if (isFirst && card.charge === "slow_before") await pause(card.delayMilliseconds);
    return send(response, 200, outcomeOf(booked));
  }
  if (!isFirst) {
    take(booked);
    return send(response, 200, outcomeOf(booked));
  }
  switch (card.charge) {
    case "lost_before":
      return cut(response);
    case "error_before":
      return send(response, 500, { error: "the bank is out of order" });
    case "late":
    case "late_error":
      takeLater(booked, card.delayMilliseconds);
      return card.charge === "late" ? cut(response) : send(response, 500, { error: "the bank is out of order" });
    case "slow_before":
      booked.isPending = true;
      await pause(card.delayMilliseconds);
      take(booked);
      return send(response, 200, outcomeOf(booked));
    default:
      take(booked);
      // As when a proxy sends a request again that it thinks was lost.
      if (card.charge === "doubled") setTimeout(() => take(book.hear(order)), card.delayMilliseconds);
  }
  if (card.charge === "slow_after") await pause(card.delayMilliseconds);
  if (card.charge === "lost_after") return cut(response);
  if (card.charge === "error_after") return send(response, 500, { error: "the bank is out of order" });
  if (card.charge === "garbage") return void response.writeHead(200, { "content-type": "application/json" }).end('{"status":"capt');
  return send(response, 200, outcomeOf(booked));
}

async function find(key: string, response: ServerResponse): Promise<void> {
  const booked = book.charges.get(key);
  const deaf = deafFinds.get(key) ?? 0;
  if (booked && deaf > 0) {
    deafFinds.set(key, deaf - 1);
    note(booked, `find ${key}: no answer`);
    return deaf % 2 === 0 ? cut(response) : send(response, 500, { error: "the bank is out of order" });
  }
  const isKnown = booked !== undefined && (booked.moved > 0 || booked.isDeclined);
  if (booked) note(booked, `find ${key}: ${isKnown ? outcomeOf(booked).status : "never heard of it"}`);
  return isKnown ? send(response, 200, outcomeOf(booked)) : send(response, 404, { error: "never heard of it" });
}

async function refund(order: RefundOrder, response: ServerResponse): Promise<void> {
  const charged = book.findByReference(order.reference);
  if (!charged) return send(response, 404, { error: "there is no such charge" });
  const booked = book.hearRefund(charged, order);
  const { card } = book.charges.get(charged.key) ?? { card: null };
  const fault = booked.asked === 1 || (card?.refund === "error_before" && booked.asked === 2) ? (card?.refund ?? "none") : "none";
  const answered = { reference: `bank_${booked.key}` };
  const move = () => {
    if (booked.moved === 0) booked.moved = 1;
    note(charged, `refund ${booked.key} ${booked.amountMinor} booked`);
  };
  note(charged, `refund ${booked.key} ${order.amountMinor}, ${fault}`);
  if (fault === "lost_before") return cut(response);
  if (fault === "error_before") return send(response, 500, { error: "the bank is out of order" });
  if (fault === "late") {
    setTimeout(move, card?.delayMilliseconds);
    return cut(response);
  }
  move();
  if (fault === "doubled") setTimeout(() => void book.hearRefund(charged, order), card?.delayMilliseconds);
  if (fault === "lost_after") return cut(response);
  if (fault === "slow_after") await pause(card?.delayMilliseconds);
  return send(response, 200, answered);
}

function take(booked: BookedCharge): void {
  if (booked.moved === 0) note(booked, `money of ${booked.key} taken: ${booked.amountMinor}`);
  book.settle(booked);
}

function takeLater(booked: BookedCharge, milliseconds: number): void {
  booked.isPending = true;
  setTimeout(() => take(booked), milliseconds);
}

function outcomeOf(booked: BookedCharge) {
  return booked.isDeclined
    ? { status: "declined", reference: booked.reference, reason: "the card has insufficient funds" }
    : { status: "captured", reference: booked.reference };
}

function showBook(story: number, response: ServerResponse): void {
  const charges = book.ofStory(story);
  const log = stories.get(story) ?? [];
  send(response, 200, { charges, log });
}

function note(charge: BookedCharge, what: string): void {
  const log = stories.get(charge.story) ?? [];
  if (log.length === 0) {
    stories.set(charge.story, log);
    // A story is read when it is over; those before the last few are not asked for again.
    for (const old of stories.keys()) if (old !== charge.story && stories.size > 20) stories.delete(old);
  }
  log.push(`${Date.now()} #${charge.orderNumber} ${what}`);
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
