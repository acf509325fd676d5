import { z } from "zod";
import type { Context, EventHandler } from "../../kernel/index.ts";
import { getReturn } from "../../returns/index.ts";
import type { Letter } from "../letter.ts";
import { returnApprovedLetter, returnReceivedLetter, returnRegisteredLetter, returnRejectedLetter, type ReturnFacts } from "../templates/return-letters.ts";
import { toBuyer } from "./order-mails.ts";

const OfReturn = z.object({ returnId: z.string() });
const Received = z.object({
  lines: z.array(z.object({ orderLineId: z.string(), restocked: z.int(), writtenOff: z.int() })),
  refundedMinor: z.int(),
  isClosed: z.boolean(),
});

/** Mails about goods that come back. */
export const returnMails: readonly EventHandler[] = [
  ofReturn("return-registered", "return.requested", returnRegisteredLetter),
  ofReturn("return-approved", "return.approved", returnApprovedLetter),
  ofReturn("return-rejected", "return.rejected", returnRejectedLetter),
  ofReturn("return-received", "return.received", (facts, payload) => {
    const { lines, refundedMinor, isClosed } = Received.parse(payload);
    const units = lines.map(({ orderLineId: lineId, restocked, writtenOff }) => ({ lineId, quantity: restocked + writtenOff }));
    return returnReceivedLetter(facts, { units, refundedMinor, isClosed });
  }),
];

function ofReturn(template: string, type: string, letterOf: (facts: ReturnFacts, payload: Record<string, unknown>) => Letter): EventHandler {
  return toBuyer(template, type, async (facts, payload, ctx: Context) => {
    const back = await getReturn(ctx, { return: OfReturn.parse(payload).returnId });
    return letterOf({ ...facts, back }, payload);
  });
}
