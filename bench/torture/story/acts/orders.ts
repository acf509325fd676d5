import { keyed, someOrder, someShippedOrder, type OrderView, type Scene } from "./scene.ts";

export async function ship(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  if (order) await keyed(scene, "orders.ship", { order: order.id, carrier: "DHL" }, `#${order.number}`);
}

export async function shipPart(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  if (order) await keyed(scene, "orders.ship", { order: order.id, lines: someUnits(scene, order) }, `#${order.number} in part`);
}

export async function deliver(scene: Scene): Promise<void> {
  const order = await someShippedOrder(scene);
  if (order) await keyed(scene, "orders.deliver", { order: order.id }, `#${order.number}`);
}

export async function cancel(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  if (order) await keyed(scene, "orders.cancel", { order: order.id, reason: "torture" }, `#${order.number}`);
}

export async function cancelPart(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  if (order) await keyed(scene, "orders.cancel", { order: order.id, lines: someUnits(scene, order), reason: "torture" }, `#${order.number} in part`);
}

/** An amount, whether or not there is so much to give back. */
export async function refund(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  if (!order) return;
  const paid = order.payments.reduce((sum, payment) => sum + payment.amount.amountMinor, 0);
  const amountMinor = Math.max(1, Math.floor((paid * scene.random.between(20, 110)) / 100));
  await keyed(scene, "orders.refund", { order: order.id, amountMinor, reason: "torture" }, `#${order.number} ${amountMinor}`);
}

/** The money of a promise has come. */
export async function takeTransfer(scene: Scene): Promise<void> {
  const order = await someOrder(scene);
  const promise = order?.payments.find((payment) => payment.method !== "test_card" && payment.status === "pending");
  if (order && promise) await keyed(scene, "orders.capturePayment", { order: order.id, paymentId: promise.id }, `#${order.number}`);
}

/** Units that left are to come back: sometimes they do at once, in whole or in part. */
export async function openReturn(scene: Scene): Promise<void> {
  const order = await someShippedOrder(scene);
  const line = order?.lines.find((candidate) => candidate.quantityShipped > 0);
  if (!order || !line) return;
  const lines = [{ lineId: line.id, quantity: scene.random.between(1, line.quantityShipped) }];
  const opened = await keyed(scene, "returns.create", { order: order.id, lines, reason: "damaged" }, `#${order.number}`);
  if (opened.final?.status !== 200) return;
  const { id } = opened.final.data as { id: string };
  scene.story.returns.push(id);
  if (scene.random.chance(0.6)) await receive(scene, id, line.id);
}

/** One that was opened before, by whoever. */
export async function receiveReturn(scene: Scene): Promise<void> {
  const { story, client, random } = scene;
  if (story.returns.length === 0) return openReturn(scene);
  const id = random.pick(story.returns);
  const { lines } = await client.read<{ lines: { lineId: string }[] }>("returns.get", { return: id });
  await receive(scene, id, lines[0]?.lineId ?? "");
}

async function receive(scene: Scene, id: string, lineId: string): Promise<void> {
  const { random } = scene;
  const isLast = random.chance(0.3);
  const part = random.chance(0.5) ? {} : { lines: [{ lineId, restocked: random.between(0, 1), writtenOff: random.between(0, 1) }] };
  await keyed(scene, "returns.receive", { return: id, isLast, ...part }, `return ${id.slice(-4)}`);
}

function someUnits({ random }: Scene, order: OrderView): { lineId: string; quantity: number }[] {
  const line = random.pick(order.lines);
  return [{ lineId: line.id, quantity: random.between(1, Math.max(1, line.quantity - 1)) }];
}
