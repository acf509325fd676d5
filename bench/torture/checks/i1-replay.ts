import { groupBy } from "../group-by.ts";
import { isNotNow, isPassing } from "../story/repeat.ts";
import type { KeyedCall } from "../story/story.ts";
import type { Promised } from "./evidence.ts";

/** Each key was asked once more when all was over, and some with another body: see play.ts. */
export const replay: Promised = {
  name: "I1",
  says: "the same key gets the same answer, byte for byte; another body is a conflict; one effect",
  async check({ sql, told }) {
    if (!told) return { looked: 0, broken: [] };
    const { calls } = told.story;
    const broken: string[] = [];
    let looked = 0;
    for (const [key, twins] of groupBy(calls, (call) => `${call.procedure} ${String(call.input["idempotencyKey"])} ${ownerOf(call)}`)) {
      const answers = twins.flatMap((call) => call.answers).filter((answer) => !isPassing(answer) && !isNotNow(answer));
      looked += answers.length;
      const ways = new Set(answers.map((answer) => `${answer.status} ${answer.text}`));
      if (ways.size > 1) broken.push(`${key} was answered in ${ways.size} ways: ${[...ways].join(" AND ")}`);
      const other = twins.find((call) => call.otherBody !== null)?.otherBody;
      if (other && other.reason !== "idempotency.key_reused") broken.push(`${key} with another body: ${other.status} ${other.text}`);
    }
    const receipts = groupBy(calls.filter((call) => call.procedure === "inventory.receive"), (call) => String(call.input["reference"]));
    for (const [reference, twins] of receipts) {
      const expected = twins.some((call) => call.final?.status === 200) ? 1 : 0;
      const [row] = await sql.rows<{ count: number }>("select count(*) as count from stock_movements where reference = ?", [reference]);
      if (row?.count !== expected) broken.push(`inventory.receive ${reference} was booked ${row?.count} times, told ${expected} times`);
    }
    return { looked, broken };
  },
};

/** A key belongs to its actor: the tabs of one person are one. */
function ownerOf({ client }: KeyedCall): string {
  return client.name.replace(/['"]+$/, "");
}
