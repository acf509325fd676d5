import { formatMoney } from "@cartwright/core/kernel/money";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import { oneLine, type Style } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

export type Order = Outputs["orders"]["get"];
export type OrderLine = Order["lines"][number];

export const orderHelp = "the order's number, such as 1001, or its id";

export function paintStatus(text: string, { status }: { status: Order["status"] }, { green, yellow, red, dim }: Style): string {
  if (status === "pending") return yellow(text);
  if (status === "cancelled" || status === "returned") return red(text);
  return status === "delivered" ? dim(text) : green(text);
}

const lineColumns: readonly Column<OrderLine>[] = [
  { heading: "SKU", text: ({ sku, variantId }) => sku ?? variantId },
  { heading: "Name", text: lineName, isFlexible: true },
  { heading: "Ordered", text: ({ quantity }) => quantity, isRight: true },
  { heading: "Shipped", text: ({ quantityShipped }) => quantityShipped, isRight: true },
  { heading: "Cancelled", text: ({ quantityCancelled }) => quantityCancelled, isRight: true },
  { heading: "Returned", text: ({ quantityReturned }) => quantityReturned, isRight: true },
  { heading: "Price", text: ({ unitPrice }) => formatMoney(unitPrice), isRight: true },
  { heading: "Total", text: ({ total }) => formatMoney(total), isRight: true },
];

export function lineName({ productTitle, variantTitle }: Pick<OrderLine, "productTitle" | "variantTitle">): string {
  return variantTitle ? `${productTitle}, ${variantTitle}` : productTitle;
}

export function printOrder(out: Output, order: Order): void {
  if (out.isJson) return out.json(order);
  const { totals, shippingAddress: to } = order;
  out.record([
    ["order", order.number],
    ["id", order.id],
    ["status", order.status],
    ["payment", `${order.paymentStatus.replaceAll("_", " ")} (${order.paymentMethod.replaceAll("_", " ")})`],
    ["fulfilment", order.fulfilmentStatus.replaceAll("_", " ")],
    ["email", order.email],
    ["placed", out.time(order.placedAt)],
    ["ship to", Object.values(to).filter((part) => typeof part === "string" && part !== "").join(", ")],
    ["shipping", order.shippingMethodName],
    ["goods", formatMoney(totals.lines)],
    ...totals.discounts.map(({ code, label, amount }) => ["discount", `${formatMoney(amount)} (${code ?? label})`] as const),
    ["shipping cost", formatMoney(totals.shipping)],
    [totals.pricesIncludeTax ? "tax (included)" : "tax", formatMoney(totals.tax)],
    ["total", formatMoney(totals.total)],
    ...(totals.worth.amountMinor === totals.total.amountMinor ? [] : [["worth now", formatMoney(totals.worth)] as const]),
  ]);
  out.line("");
  out.list({ columns: lineColumns, items: order.lines, empty: "It has no lines." });
  if (order.shipments.length > 0) printShipments(out, order);
  if (order.refunds.length > 0) printRefunds(out, order);
}

function printShipments(out: Output, { shipments }: Order): void {
  out.line("");
  out.list({
    columns: [
      { heading: "Shipment", text: ({ id }) => id },
      { heading: "Status", text: ({ status }) => status },
      { heading: "Carrier", text: ({ carrier }) => carrier ?? "" },
      { heading: "Tracking", text: ({ trackingNumber, trackingUrl }) => trackingUrl ?? trackingNumber ?? "" },
      { heading: "Shipped", text: ({ shippedAt }) => out.time(shippedAt) },
      { heading: "Delivered", text: ({ deliveredAt }) => (deliveredAt ? out.time(deliveredAt) : "") },
    ],
    items: shipments,
    empty: "Nothing has been shipped.",
  });
}

const refundWords = { started: "on its way", succeeded: "given back", failed: "refused by the gateway" } as const;

function printRefunds(out: Output, { refunds }: Order): void {
  out.line("");
  out.list({
    columns: [
      { heading: "Refund", text: ({ id }) => id },
      { heading: "Amount", text: ({ amount }) => formatMoney(amount), isRight: true },
      { heading: "Status", text: ({ state }) => refundWords[state] },
      { heading: "Return", text: ({ returnId }) => returnId ?? "" },
      { heading: "Begun", text: ({ createdAt }) => out.time(createdAt) },
      { heading: "Reason", text: ({ reason }) => reason ?? "", isFlexible: true },
    ],
    items: refunds,
    empty: "Nothing was given back.",
  });
}

export function printEvents(out: Output, { events }: Order): void {
  if (out.isJson) return;
  out.line("");
  for (const { at, type, actor, reason } of events) {
    out.line([out.time(at), type.replaceAll("_", " "), actor, oneLine(reason ?? "")].join(out.isTerminal ? "  " : "\t").trimEnd());
  }
}
