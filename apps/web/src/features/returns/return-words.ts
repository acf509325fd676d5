import { formatDay } from "../../lib/date.ts";
import { price } from "../../lib/money.ts";
import type { ReturnView } from "./queries.ts";

const statusWords: Record<ReturnView["status"], string> = {
  requested: "asked for",
  approved: "may be sent to us",
  rejected: "not accepted",
  received: "arrived in part",
  closed: "back with us",
  cancelled: "called off",
};

export function returnTitle({ number, status }: ReturnView): string {
  return `Return ${number}: ${statusWords[status]}`;
}

export function returnedUnits({ lines, createdAt }: ReturnView): string {
  const units = lines.map(({ quantity, productTitle }) => `${quantity} × ${productTitle}`).join(", ");
  return `${units}, asked for on ${formatDay(createdAt)}`;
}

/** What became of the money of a return; null while there is nothing to say. */
export function returnMoney({ refunds, status }: ReturnView): string | null {
  const sum = (state: ReturnView["refunds"][number]["state"]) => {
    const some = refunds.filter((refund) => refund.state === state);
    const [first] = some;
    return first ? price({ ...first.amount, amountMinor: some.reduce((all, refund) => all + refund.amount.amountMinor, 0) }) : null;
  };
  const [done, running, refused] = [sum("succeeded"), sum("started"), sum("failed")];
  const parts = [
    done && `${done} refunded.`,
    running && `${running} is on its way back to you.`,
    refused && `${refused} could not be sent back the way it was paid. We will find another.`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(" ");
  return status === "closed" ? "There was no money to give back." : null;
}
