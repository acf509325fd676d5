import type { GatewayOutcome, PaymentGateway } from "@cartwright/core/payments";

const answerMilliseconds = 20_000;

/**
 * The test gateway as a process of its own, for shops with several servers. `POST /charges` and `GET /charges/:key`
 * answer with a GatewayOutcome (404: never heard of it), `POST /refunds` with a reference. Anything else is no answer.
 */
export function httpTestGateway(url: string): PaymentGateway {
  const base = url.replace(/\/$/, "");
  const ask = (path: string, request: RequestInit = {}) => fetch(`${base}${path}`, { ...request, redirect: "error", signal: AbortSignal.timeout(answerMilliseconds) });
  const post = async (path: string, body: unknown) => {
    const response = await ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    return read(response);
  };
  return {
    async charge({ idempotencyKey, amount: { amountMinor, currency }, orderNumber, card }) {
      return readOutcome(await post("/charges", { idempotencyKey, amountMinor, currency, orderNumber, card }));
    },
    async find(idempotencyKey) {
      const response = await ask(`/charges/${encodeURIComponent(idempotencyKey)}`);
      if (response.status !== 404) return readOutcome(await read(response));
      await response.body?.cancel();
      return null;
    },
    async refund({ idempotencyKey, reference, amount: { amountMinor } }) {
      const answer = await post("/refunds", { idempotencyKey, reference, amountMinor });
      if (typeof answer["reference"] !== "string") throw new Error("the gateway named no reference of the refund");
      return { reference: answer["reference"] };
    },
  };
}

async function read(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== "object" || answer === null) throw new Error("the gateway's answer is no object");
  return { ...answer };
}

const statuses: readonly unknown[] = ["captured", "authorised", "pending", "declined"] satisfies GatewayOutcome["status"][];

function readOutcome({ status, reference, reason }: Record<string, unknown>): GatewayOutcome {
  if (!statuses.includes(status) || typeof reference !== "string") throw new Error("the gateway's answer is no outcome");
  // Just held against the list.
  const outcome = { status: status as GatewayOutcome["status"], reference };
  return typeof reason === "string" ? { ...outcome, reason } : outcome;
}
