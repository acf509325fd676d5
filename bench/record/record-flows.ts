import { addCartLine } from "@cartwright/core/cart";
import { getProduct, listProducts } from "@cartwright/core/catalog";
import { ListProductsInput } from "@cartwright/core/catalog/schemas";
import { holdCheckout, placeOrder, updateCheckout } from "@cartwright/core/checkout";
import { newToken, type Context } from "@cartwright/core/kernel";
import type { Database } from "@cartwright/db";
import { Address } from "@cartwright/core/accounts/schemas";
import type { ShopFacts } from "../shop/facts.ts";
import type { Recording } from "./flow.ts";
import { Recorder } from "./recorder.ts";

const categoriesRecorded = 6;

/** The statements of everything that is measured, as core sends them when its caches are warm. */
export async function recordFlows(ctx: Context, database: Database, facts: ShopFacts): Promise<Recording> {
  const recorder = new Recorder(database);
  const record = async () => ({
    list: [await recorder.record({}, [{ name: "read", call: () => listProducts(ctx, ListProductsInput.parse({})) }])],
    category: await inTurn(facts.categorySlugs.slice(0, categoriesRecorded), (category) =>
      recorder.record({}, [{ name: "read", call: () => listProducts(ctx, ListProductsInput.parse({ category })) }]),
    ),
    detail: await inTurn(facts.slugs.slice(0, 1), (slug) =>
      recorder.record({ slug }, [{ name: "read", call: () => getProduct(ctx, { slug }) }]),
    ),
    cart: [await recordCart(recorder, ctx, facts)],
    checkout: [await recordCheckout(recorder, ctx, { facts, isInBrowser: false })],
    "browser-checkout": [await recordCheckout(recorder, ctx, { facts, isInBrowser: true })],
  });
  await record();
  return record();
}

function recordCart(recorder: Recorder, ctx: Context, facts: ShopFacts) {
  const shopper = aShopper(ctx);
  const variantId = firstVariant(facts);
  return recorder.record({ variantId }, [{ name: "add", call: () => addCartLine(shopper, { variantId, quantity: 1 }) }]);
}

/** The storefront sends a key with each change, and holds the cart's stock when the checkout opens. */
function recordCheckout(recorder: Recorder, ctx: Context, { facts, isInBrowser }: { facts: ShopFacts; isInBrowser: boolean }) {
  const shopper = aShopper(ctx);
  const withKey = (): Context => (isInBrowser ? { ...shopper, idempotencyKey: newToken() } : shopper);
  const variantId = firstVariant(facts);
  const shippingAddress = Address.parse(facts.address);
  let expectedTotalMinor = 0;
  const tell = async () => {
    const checkout = await updateCheckout(withKey(), { email: "robin@example.com", shippingAddress, shippingMethod: facts.shippingMethod });
    expectedTotalMinor = checkout.totals.total.amountMinor;
    return checkout;
  };
  const place = () =>
    placeOrder(shopper, {
      idempotencyKey: newToken(),
      expectedTotalMinor,
      paymentMethod: "test_card",
      card: { number: "4242424242424242" },
    });
  return recorder.record({ variantId }, [
    { name: "add", call: () => addCartLine(withKey(), { variantId, quantity: 1 }) },
    ...(isInBrowser ? [{ name: "hold", call: () => holdCheckout(withKey()) }] : []),
    { name: "update", call: tell },
    { name: "place", call: place },
  ]);
}

function aShopper(ctx: Context): Context {
  return { ...ctx, actor: { kind: "anonymous", id: null, permissions: [], cartToken: newToken() } };
}

function firstVariant({ variantIds: [first] }: ShopFacts): string {
  if (!first) throw new Error("the shop has nothing to sell");
  return first;
}

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
