import type { AutocannonRequest } from "autocannon";
import type { ShopFacts } from "../shop/facts.ts";
import type { Target } from "./job.ts";

/** Told at the end of each case with the milliseconds it took. */
export type OnDone = (milliseconds: number) => void;

type MakeRequests = (target: Target, facts: ShopFacts, offset: number, onDone: OnDone) => AutocannonRequest[];

const json = { "content-type": "application/json" };
const trpc = (procedure: string, input: unknown) => `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

/** The requests of a connection, sent over and over; `offset` keeps connections from walking in step. */
export const cases: Record<string, MakeRequests> = {
  list: reads("list", () => [{ shop: trpc("catalog.listProducts", {}) }]),
  category: reads("category", ({ categorySlugs }) =>
    categorySlugs.slice(0, 6).map((category) => ({ shop: trpc("catalog.listProducts", { category }) })),
  ),
  detail: reads("detail", ({ slugs }) => slugs.map((slug) => ({ shop: trpc("catalog.getProduct", { slug }), input: slug }))),
  cart: (target, facts, offset, onDone) => [addLine("cart", target, facts, offset, onDone)],
  checkout: (target, facts, offset, onDone) =>
    inSteps([
      addLine("checkout", target, facts, offset),
      updateCheckout("checkout", target, facts),
      placeOrder("checkout", target, (context) => onDone(since(context, "startedAt"))),
    ]),
  "browser-checkout": (target, facts, offset, onDone) =>
    inSteps([
      withKey(addLine("browser-checkout", target, facts, offset)),
      withKey(holdCheckout("browser-checkout", target)),
      withKey(updateCheckout("browser-checkout", target, facts)),
      placeOrder("browser-checkout", target, (context) => onDone(since(context, "startedAt"))),
    ]),
  /** The same three requests as a checkout, of which only the last is timed. */
  place: (target, facts, offset, onDone) =>
    inSteps([
      addLine("checkout", target, facts, offset),
      updateCheckout("checkout", target, facts),
      placeOrder("checkout", target, (context) => onDone(since(context, "placedAt"))),
    ]),
  /** Of addresses that nobody has, so that every try is a first one. */
  "wrong sign-in": () => [
    {
      method: "POST",
      path: "/api/trpc/accounts.signIn",
      headers: json,
      setupRequest: (request) => ({ ...request, body: JSON.stringify({ email: `${crypto.randomUUID()}@example.com`, password: "not the password" }) }),
    },
  ],
  home: pages(() => ["/"]),
  "category page": pages(({ categorySlugs }) => categorySlugs.map((slug) => `/categories/${slug}`)),
  "product page": pages(({ slugs }) => slugs.map((slug) => `/products/${slug}`)),
};

/** They tell their own times; those of the others are what each request took. */
export const tellingCases = ["cart", "checkout", "browser-checkout", "place"];

function reads(name: string, addresses: (facts: ShopFacts) => { shop: string; input?: string }[]): MakeRequests {
  return (target, facts, offset) => {
    const list = addresses(facts).map(({ shop, input }) => {
      const replay = `/replay/${name}${input === undefined ? "" : `?input=${encodeURIComponent(input)}`}`;
      return { path: { shop, statements: replay, json: `/json/${name}/read` }[target] };
    });
    return rotated(list, offset);
  };
}

function pages(addresses: (facts: ShopFacts) => string[]): MakeRequests {
  return (_, facts, offset) => rotated(addresses(facts).map((path) => ({ path, headers: { accept: "text/html" } })), offset);
}

/** A new shopper puts one thing into a new cart. */
function addLine(name: string, target: Target, facts: ShopFacts, offset: number, onDone?: OnDone): AutocannonRequest {
  let at = offset;
  const path = { shop: "/api/trpc/cart.addLine", statements: `/replay/${name}/add`, json: `/json/${name}/add` }[target];
  return {
    method: "POST",
    path,
    headers: json,
    setupRequest: (request, context) => {
      context["startedAt"] = performance.now();
      const variantId = facts.variantIds[(at += 1) % facts.variantIds.length];
      return { ...request, body: JSON.stringify(target === "shop" ? { variantId, quantity: 1 } : { input: variantId }) };
    },
    onResponse: (status, body, context, headers) => {
      if (status !== 200) return;
      onDone?.(since(context, "startedAt"));
      if (target === "shop") context["cookie"] = cookieOf(headers);
      else if (target === "statements") context["session"] = (JSON.parse(body) as { session: number }).session;
    },
  };
}

function holdCheckout(name: string, target: Target): AutocannonRequest {
  const path = { shop: "/api/trpc/checkout.hold", statements: `/replay/${name}/hold`, json: `/json/${name}/hold` }[target];
  return { method: "POST", path, setupRequest: (request, context) => ({ ...request, ...sentBy(target, context, "{}") }) };
}

function updateCheckout(name: string, target: Target, { address, shippingMethod }: ShopFacts): AutocannonRequest {
  const path = { shop: "/api/trpc/checkout.update", statements: `/replay/${name}/update`, json: `/json/${name}/update` }[target];
  const shopBody = JSON.stringify({ email: "robin@example.com", shippingAddress: address, shippingMethod });
  return {
    method: "POST",
    path,
    setupRequest: (request, context) => ({ ...request, ...sentBy(target, context, shopBody) }),
    onResponse: (status, body, context) => {
      if (target !== "shop" || status !== 200) return;
      const answer = JSON.parse(body) as { result: { data: { totals: { total: { amountMinor: number } } } } };
      context["totalMinor"] = answer.result.data.totals.total.amountMinor;
    },
  };
}

function placeOrder(name: string, target: Target, onPlaced: (context: Record<string, unknown>) => void): AutocannonRequest {
  const path = { shop: "/api/trpc/checkout.place", statements: `/replay/${name}/place`, json: `/json/${name}/place` }[target];
  return {
    method: "POST",
    path,
    setupRequest: (request, context) => {
      context["placedAt"] = performance.now();
      const order = {
        idempotencyKey: crypto.randomUUID(),
        expectedTotalMinor: context["totalMinor"],
        paymentMethod: "test_card",
        card: { number: "4242424242424242" },
      };
      return { ...request, ...sentBy(target, context, JSON.stringify(order)) };
    },
    onResponse: (status, _, context) => {
      if (status === 200) onPlaced(context);
    },
  };
}

function sentBy(target: Target, context: Record<string, unknown>, shopBody: string): Pick<AutocannonRequest, "headers" | "body"> {
  if (target === "shop") return { headers: { ...json, cookie: String(context["cookie"]) }, body: shopBody };
  return { headers: json, body: JSON.stringify({ session: context["session"] }) };
}

/** Each request follows only an answer to the one before it; where there was none, or a refusal, the connection begins anew. */
function inSteps(requests: AutocannonRequest[]): AutocannonRequest[] {
  return requests.map((request) => ({
    ...request,
    setupRequest: (own, context) => {
      if (context["isWaiting"] === true) return null;
      context["isWaiting"] = true;
      return request.setupRequest?.(own, context) ?? own;
    },
    onResponse: (status, body, context, headers) => {
      context["isWaiting"] = status !== 200;
      request.onResponse?.(status, body, context, headers);
    },
  }));
}

/** Every change of the storefront has a key of its own. */
function withKey(request: AutocannonRequest): AutocannonRequest {
  return {
    ...request,
    setupRequest: (own, context) => {
      const sent = request.setupRequest?.(own, context) ?? own;
      return { ...sent, headers: { ...sent.headers, "idempotency-key": crypto.randomUUID() } };
    },
  };
}

function since(context: Record<string, unknown>, field: "startedAt" | "placedAt"): number {
  return performance.now() - Number(context[field]);
}

function cookieOf(headers: Record<string, string | string[]>): string {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === "set-cookie");
  const value = name === undefined ? "" : headers[name];
  return (Array.isArray(value) ? value[0] : value)?.split(";")[0] ?? "";
}

function rotated<Item>(items: readonly Item[], offset: number): Item[] {
  const from = offset % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}
