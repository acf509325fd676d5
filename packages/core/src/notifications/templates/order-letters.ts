import type { OrderView, ShipmentView } from "../../orders/index.ts";
import { action, heading, lines, text, type Block, type Letter } from "../letter.ts";
import type { ShopFace } from "../shop-face.ts";
import { addressOf, goodsOf, minor, orderedGoods, paymentBlocks, totalsOf, transferBlocks, type Units } from "./order-parts.ts";

/** What every mail about an order is made of. */
export interface OrderFacts {
  shop: ShopFace;
  order: OrderView;
  /** A customer finds it in their account, a guest by its number and their address. */
  isOfAccount: boolean;
}

export function orderConfirmedLetter(facts: OrderFacts, { bankAccount }: { bankAccount: string }): Letter {
  const { shop, order } = facts;
  return {
    subject: `Order ${order.number} at ${shop.name}`,
    blocks: [
      text("Thank you for your order."),
      text(`This is order ${order.number}. We write again when it is on its way.`),
      heading("What you ordered"),
      orderedGoods(order),
      totalsOf(order),
      ...transferBlocks(order, bankAccount),
      ...paymentBlocks(order),
      heading("Where it goes"),
      addressOf(order),
      ...orderLink(facts),
    ],
  };
}

/** Where a transfer was agreed on later. */
export function paymentInstructionsLetter(facts: OrderFacts, { bankAccount, paymentId }: { bankAccount: string; paymentId: string }): Letter | null {
  const { shop, order } = facts;
  const how = transferBlocks(order, bankAccount, paymentId);
  if (how.length === 0) return null;
  return { subject: `How to pay for order ${order.number} at ${shop.name}`, blocks: [text(`Here is how to pay for order ${order.number}.`), ...how, ...orderLink(facts)] };
}

export function orderShippedLetter(facts: OrderFacts, parcel: ShipmentView): Letter {
  const { shop, order } = facts;
  const { carrier, trackingNumber, trackingUrl } = parcel;
  const carried = lines([carrier ? `Carrier: ${carrier}` : null, trackingNumber ? `Tracking number: ${trackingNumber}` : null]);
  const isRest = order.lines.every((line) => line.quantity === line.quantityShipped + line.quantityCancelled);
  return {
    subject: `Order ${order.number} at ${shop.name} is on its way`,
    blocks: [
      text(isRest ? `Your order ${order.number} is on its way.` : `A part of your order ${order.number} is on its way. The rest follows.`),
      heading("In this parcel"),
      goodsOf(order, parcel.lines),
      ...(carrier || trackingNumber ? [carried] : []),
      ...(trackingUrl ? [action("See where it is", trackingUrl)] : []),
      heading("Where it goes"),
      addressOf(order),
      ...orderLink(facts),
    ],
  };
}

export function orderCancelledLetter(facts: OrderFacts, { units, amountMinor }: { units: readonly Units[]; amountMinor: number }): Letter {
  const { shop, order } = facts;
  const isWhole = order.status === "cancelled";
  return {
    subject: isWhole ? `Order ${order.number} at ${shop.name} was cancelled` : `A part of order ${order.number} at ${shop.name} was cancelled`,
    blocks: [
      text(isWhole ? `Order ${order.number} was cancelled.` : `A part of order ${order.number} was cancelled. The rest stays as it is.`),
      heading("What will not come"),
      goodsOf(order, units),
      ...(amountMinor > 0 ? [text(`It is worth ${minor(amountMinor, order)}. Whatever you had paid for it goes back to you the way it came; we write when it does.`)] : []),
      ...orderLink(facts),
    ],
  };
}

export function refundLetter(facts: OrderFacts, { amountMinor }: { amountMinor: number }): Letter {
  const { shop, order } = facts;
  const amount = minor(amountMinor, order);
  return {
    subject: `${amount} goes back to you for order ${order.number} at ${shop.name}`,
    blocks: [text(`We gave back ${amount} of order ${order.number}, the way you paid. It may take your bank a few days to show it.`), ...orderLink(facts)],
  };
}

/** Ends what is written about an order. A guest's link holds nothing that would open it to others. */
export function orderLink({ shop, order, isOfAccount }: OrderFacts): Block[] {
  if (isOfAccount) return [action("See the order", `${shop.url}/account/orders/${order.number}`)];
  return [action("See the order", `${shop.url}/orders/find`), text(`It asks for the number, ${order.number}, and the e-mail address that this was sent to.`)];
}
