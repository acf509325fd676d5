import type { Promised } from "./evidence.ts";

/** What every client was told last agrees with what is there. */
export const toldTruth: Promised = {
  name: "T1",
  says: "what a client was told is so: a success is there, a refusal took nothing, and nobody met an error of the server",
  async check({ sql, told }) {
    if (!told) return { looked: 0, broken: [] };
    const broken = told.story.log.crashes.map((crash) => `an error of the server: ${crash}`);
    for (const { procedure, input, answers, final } of told.story.calls) {
      if (!final) broken.push(`${procedure} ${String(input["idempotencyKey"])} never got a last word: ${answers.at(-1)?.text ?? "no answer"}`);
    }
    for (const { client, final } of told.story.calls.filter((call) => call.procedure === "checkout.place")) {
      if (final?.status !== 200) continue;
      const { orderId, orderNumber } = final.data as { orderId: string; orderNumber: number };
      const ends = await sql.rows<{ actor: string }>("select actor from order_events where order_id = ? and type = 'cancelled'", [orderId]);
      if (ends.some((end) => !end.actor.startsWith("staff:"))) broken.push(`${client.name} was told of order ${orderNumber}, and it was cancelled by ${ends[0]?.actor}`);
    }
    return { looked: told.story.calls.length, broken };
  },
};
