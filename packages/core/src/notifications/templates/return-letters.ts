import type { ReturnView } from "../../returns/index.ts";
import { heading, text, type Block, type Letter } from "../letter.ts";
import { minor } from "./order-parts.ts";
import { orderLink, type OrderFacts } from "./order-letters.ts";

/** A return of the order, and what is told of it. */
export interface ReturnFacts extends OrderFacts {
  back: ReturnView;
}

export function returnRegisteredLetter(facts: ReturnFacts): Letter {
  const { shop, order, back } = facts;
  const isApproved = back.status !== "requested";
  return {
    subject: `Return ${back.number} of order ${order.number} at ${shop.name}`,
    blocks: [
      text(`Return ${back.number} of order ${order.number} is registered.`),
      text(isApproved ? sendIt(back) : "We look at it and write again: please wait with sending it."),
      heading("What goes back"),
      goodsBack(back),
      ...orderLink(facts),
    ],
  };
}

export function returnApprovedLetter(facts: ReturnFacts): Letter {
  const { shop, back } = facts;
  return {
    subject: `Please send back return ${back.number} to ${shop.name}`,
    blocks: [text(`Return ${back.number} is agreed to. ${sendIt(back)}`), ...noteOf(back), heading("What goes back"), goodsBack(back), ...orderLink(facts)],
  };
}

export function returnRejectedLetter(facts: ReturnFacts): Letter {
  const { shop, back } = facts;
  return {
    subject: `Return ${back.number} at ${shop.name} was turned down`,
    blocks: [text(`We can’t take back what you asked for in return ${back.number}.`), ...noteOf(back), heading("What it was about"), goodsBack(back), ...orderLink(facts)],
  };
}

/** `units` of this parcel alone, `refundedMinor` for them. */
export function returnReceivedLetter(facts: ReturnFacts, { units, refundedMinor, isClosed }: { units: readonly { lineId: string; quantity: number }[]; refundedMinor: number; isClosed: boolean }): Letter {
  const { shop, order, back } = facts;
  const arrived = units.length > 0;
  return {
    subject: arrived ? `Return ${back.number} has arrived at ${shop.name}` : `Return ${back.number} at ${shop.name} is closed`,
    blocks: [
      text(arrived ? `Goods of return ${back.number} of order ${order.number} have arrived.` : `Return ${back.number} of order ${order.number} is closed: nothing more is expected.`),
      ...(arrived ? [goodsBack(back, units)] : []),
      ...(refundedMinor > 0 ? [text(`${minor(refundedMinor, order)} goes back to you the way you paid; we write when it does.`)] : []),
      ...(arrived && !isClosed ? [text("We still expect the rest.")] : []),
      ...noteOf(back),
      ...orderLink(facts),
    ],
  };
}

function sendIt({ number }: ReturnView): string {
  return `Please send the goods back, and put the number of the return, ${number}, into the parcel.`;
}

/** What staff wrote for the buyer. */
function noteOf({ note }: ReturnView): Block[] {
  return note ? [text(`Our note: ${note}`)] : [];
}

function goodsBack({ lines }: ReturnView, units: readonly { lineId: string; quantity: number }[] = lines): Block {
  const goods = lines.flatMap((line) => {
    const quantity = units.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    return quantity > 0 ? [{ title: line.productTitle, detail: line.variantTitle, quantity }] : [];
  });
  return { kind: "goods", goods };
}
