import type { World } from "../world/open-world.ts";
import { staffAccount } from "../world/accounts.ts";
import { Random } from "../../shop/random.ts";
import { Client } from "./client.ts";
import { StoryLog } from "./log.ts";
import type { Plan } from "../plan/plan.ts";
import type { Story } from "./story.ts";

/** Staff's cookie, for all stories of a run. */
export async function signInStaff(world: World): Promise<string> {
  const client = new Client("staff", world.slots, new Random(1), new StoryLog());
  const answer = await client.mutate("accounts.signIn", staffAccount);
  if (answer?.status !== 200) throw new Error(`staff can't sign in: ${answer?.text}`);
  const session = client.cookies.get("cartwright_session");
  if (session === undefined) throw new Error("signing in gave no cookie");
  return session;
}

/** What the story is about: goods of its own, with stock. Nothing fails yet. */
export async function setTheScene(world: World, plan: Plan, session: string): Promise<Story> {
  const log = new StoryLog();
  const client = new Client("scene", world.slots, new Random(plan.seed), log);
  client.cookies.set("cartwright_session", session);
  const tell = async <Data>(procedure: string, input: unknown): Promise<Data> => {
    const answer = await client.mutate(procedure, input);
    if (answer?.status !== 200) throw new Error(`the scene can't be set: ${procedure} ${answer?.text ?? "got no answer"}`);
    return answer.data as Data;
  };
  const goods: Story["goods"] = [];
  for (const [index, { priceMinor, stock, backorderLimit }] of plan.variants.entries()) {
    const product = await tell<{ id: string; variants: { id: string }[] }>("catalog.createProduct", {
      title: `Story ${plan.seed}, thing ${index + 1}`,
      status: "active",
      variants: [{ priceMinor }],
    });
    const variantId = product.variants[0]?.id ?? "";
    for (const part of stock) await tell("inventory.receive", { variantId, ...part, reference: `opening ${plan.seed}` });
    if (backorderLimit > 0) await tell("inventory.setLevel", { variantId, location: "main", backorderLimit });
    goods.push({ productId: product.id, variantId });
    log.add("scene", `${variantId.slice(-4)}: ${stock.map((part) => `${part.quantity} at ${part.location}`).join(", ")}, ${backorderLimit} on backorder, ${priceMinor} each`);
  }
  for (const coupon of plan.coupons) {
    await tell("promotions.createCoupon", coupon);
    log.add("scene", `coupon ${JSON.stringify(coupon)}`);
  }
  return { plan, prefix: `t${plan.seed}-`, log, goods, variantIds: goods.map((one) => one.variantId), calls: [], seen: [], merges: 0, transfers: [], returns: [], orderNumbers: [] };
}
