import { locationCodes } from "../../plan/plan.ts";
import { keyed, someVariant, type Scene } from "./scene.ts";

/** Its key is the reference of what it books, so that a second booking can be seen. */
export async function receive(scene: Scene): Promise<void> {
  const { random } = scene;
  const reference = crypto.randomUUID();
  await keyed(scene, "inventory.receive", { variantId: someVariant(scene), location: random.pick(locationCodes), quantity: random.between(1, 5), reference });
}

export async function adjustUp(scene: Scene): Promise<void> {
  await keyed(scene, "inventory.adjust", { variantId: someVariant(scene), location: scene.random.pick(locationCodes), by: scene.random.between(1, 3), reason: "found" });
}

export async function adjustDown(scene: Scene): Promise<void> {
  await keyed(scene, "inventory.adjust", { variantId: someVariant(scene), location: scene.random.pick(locationCodes), by: -1, reason: "broken" });
}

/** A walk along the shelves that finds what is there, or one more. */
export async function count(scene: Scene): Promise<void> {
  const { client, random } = scene;
  const variantId = someVariant(scene);
  const started = await keyed(scene, "inventory.startCount", { location: random.pick(locationCodes) });
  if (started.final?.status !== 200) return;
  const { id } = started.final.data as { id: string };
  const { levels } = await client.read<{ levels: { onHand: number }[] }>("inventory.getLevels", { variantId });
  const counted = (levels[0]?.onHand ?? 0) + random.between(0, 1);
  await keyed(scene, "inventory.countLines", { count: id, lines: [{ variantId, counted }] });
  await keyed(scene, random.chance(0.8) ? "inventory.postCount" : "inventory.cancelCount", { count: id });
}

/** Units leave one location for the other: few, because most of what is there is promised. */
export async function move(scene: Scene): Promise<void> {
  const { story, client, random } = scene;
  const variantId = someVariant(scene);
  const { levels } = await client.read<{ levels: { location: { code: string }; available: number }[] }>("inventory.getLevels", { variantId });
  const from = levels.find((level) => level.available > 0)?.location.code ?? "main";
  const lines = [{ variantId, quantity: random.between(1, 2) }];
  const sent = await keyed(scene, "inventory.sendTransfer", { from, to: from === "main" ? "annex" : "main", lines });
  if (sent.final?.status === 200) story.transfers.push((sent.final.data as { id: string }).id);
}

/** What is under way arrives, in whole or in part, or is called back. */
export async function arrive(scene: Scene): Promise<void> {
  const { story, random } = scene;
  if (story.transfers.length === 0) await move(scene);
  if (story.transfers.length === 0) return;
  const transfer = random.pick(story.transfers);
  if (random.chance(0.3)) return void (await keyed(scene, "inventory.cancelTransfer", { transfer }));
  const { lines } = await scene.client.read<{ lines: { variantId: string }[] }>("inventory.getTransfer", { transfer });
  const variantId = lines[0]?.variantId ?? "";
  const part = random.chance(0.5) ? {} : { lines: [{ variantId, received: 1, lost: random.between(0, 1) }] };
  await keyed(scene, "inventory.receiveTransfer", { transfer, ...part });
}
