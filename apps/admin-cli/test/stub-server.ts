import { ImportProduct, ImportProductsInput } from "@cartwright/core/catalog/schemas";
import { GetEventInput, ListEventsInput, RetryDeadEventsInput, RetryEventInput, SkipEventInput } from "@cartwright/core/events/schemas";
import {
  AdjustStockInput,
  ArchiveLocationInput,
  CountInput,
  CountLinesInput,
  CreateLocationInput,
  ListCountsInput,
  ListStockAlertsInput,
  ListTransfersInput,
  ReceiveStockInput,
  ReceiveTransferInput,
  SendTransferInput,
  SetLevelInput,
  StartCountInput,
  TransferInput,
  UpdateLocationInput,
} from "@cartwright/core/inventory/schemas";
import { SendTestMailInput } from "@cartwright/core/notifications/schemas";
import { CouponInput, CreateCouponInput, ListCouponsInput, UpdateCouponInput } from "@cartwright/core/promotions/schemas";
import {
  AddSynonymsInput,
  HideProductInput,
  PinProductInput,
  RebuildSearchInput,
  RemoveRedirectInput,
  RemoveSynonymsInput,
  SearchProductsInput,
  SearchReportInput,
  SetRedirectInput,
  StopWordInput,
  UnpinProductInput,
  VerifySearchInput,
} from "@cartwright/core/search/schemas";
import { ArchiveShippingMethodInput, CreateShippingMethodInput, UpdateShippingMethodInput } from "@cartwright/core/shipping/schemas";
import { UpdateShopInput } from "@cartwright/core/shop/schemas";
import { RemoveTaxRateInput, SetTaxRateInput } from "@cartwright/core/tax/schemas";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { couponOf, spring } from "./stub-coupons.ts";
import { deadEvent, waitingEvent } from "./stub-events.ts";
import { found, pin, redirect, report, statusOf, synonyms, verifiedPart } from "./stub-search.ts";
import { alert, countLine, countRow, levels, locations, openCount, pageOf, postedCount, townShop, transfer, underWay } from "./stub-stock.ts";

/** What a test may look at and tamper with. */
export interface StubShop {
  url: string;
  version: string;
  locationCount: number;
  products: Map<string, ImportProduct>;
  /** Bytes of each import request, and the slugs it carried. */
  batches: { bytes: number; slugs: string[]; isDryRun: boolean }[];
  /** Calls of each procedure, in order. */
  calls: { path: string; token: string | null; key: string | null; input: unknown }[];
  outbox: { waitingCount: number; deadCount: number; oldestWaitingSeconds: number | null };
  mail: { kind: "smtp" | "mailbox" | "off"; from: string; problem: string | null };
  payments: { waitingCount: number; waitingSince: string | null; checkCount: number };
  /** How far the index's rebuild is at each look, then it is done. */
  rebuild: number[];
  /** Looked at before a request is answered: true when it was dealt with here. */
  interfere: (request: IncomingMessage, response: ServerResponse) => boolean;
  stop: () => Promise<void>;
}

class Refusal extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const variants = [
  { id: "var_1", sku: "SHIRT-M", barcode: "111", productId: "prd_1", productSlug: "shirt", productTitle: "Shirt", variantTitle: "M" },
  { id: "var_2", sku: "SHIRT-L", barcode: "222", productId: "prd_1", productSlug: "shirt", productTitle: "Shirt", variantTitle: "L" },
];
const settings = {
  name: "Stub", tagline: "Of tests", currency: "EUR", country: "DE", countries: ["DE", "AT"], pricesIncludeTax: true, holdMinutes: 15, bankAccount: "", maxLineQuantity: 99, maxCartLines: 100, staffSecondFactor: "optional",
};
const standard = {
  id: "shm_1", code: "standard", name: "Standard", description: "", kind: "free_over", price: money(490), freeOver: money(7500), countries: [], position: 0,
};
const rate = { country: "CH", name: "MWST", rateBasisPoints: 810 };
const at = "2026-05-01T10:00:00.000Z";

/** A server with the CLI's part of the router, in memory; nothing of it is checked against the real one but its type. */
export async function startStub(): Promise<StubShop> {
  const shop: StubShop = {
    url: "", version: "0.1.0", locationCount: 1, products: new Map(), batches: [], calls: [], outbox: { waitingCount: 0, deadCount: 0, oldestWaitingSeconds: null }, payments: { waitingCount: 0, waitingSince: null, checkCount: 0 }, mail: { kind: "smtp", from: "shop@shop.example", problem: null }, rebuild: [], interfere: () => false, stop: async () => undefined,
  };
  const handle = createHTTPHandler({
    router: makeRouter(shop),
    basePath: "/api/trpc/",
    createContext: ({ req }) => ({ token: req.headers.authorization?.replace("Bearer ", "") ?? null, key: req.headers["idempotency-key"]?.toString() ?? null }),
  });
  const server = createServer((request, response) => {
    response.setHeader("x-cartwright-version", shop.version);
    if (shop.interfere(request, response)) return;
    if (request.url?.startsWith("/health")) response.end("{}");
    else handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  shop.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return shop;
}

function makeRouter(shop: StubShop) {
  const t = initTRPC.context<{ token: string | null; key: string | null }>().create({
    isDev: false,
    errorFormatter: ({ shape, error: { cause } }) => ({
      ...shape,
      data: {
        ...shape.data,
        requestId: "req_7",
        ...(cause instanceof z.ZodError
          ? { reason: "input.invalid", fieldErrors: Object.fromEntries(cause.issues.map(({ path, message }) => [path.join("."), [message]])) }
          : { reason: cause instanceof Refusal ? cause.reason : "internal" }),
      },
    }),
  });
  const open = t.procedure.use(async ({ ctx, path, getRawInput, next }) => {
    shop.calls.push({ path, token: ctx.token, key: ctx.key, input: await getRawInput().catch(() => undefined) });
    return next();
  });
  const staff = open.use(({ ctx, next }) => {
    if (ctx.token !== "staff-token") throw refuse("UNAUTHORIZED", "access.sign_in_required", "Sign in to do this.");
    return next();
  });
  const account = { id: "acc_1", email: "ada@example.com", name: "Ada", role: "admin", permissions: [] };
  return t.router({
    shop: {
      get: open.query(() => ({ name: "Stub", currency: "EUR", version: shop.version })),
      getSettings: staff.query(() => settings),
      update: staff.input(UpdateShopInput).mutation(({ input }) => {
        if (input.currency) throw refuse("CONFLICT", "shop.currency_in_use", "The currency stays EUR: there are products in it already.");
        return { ...settings, ...input };
      }),
    },
    shipping: {
      list: staff.query(() => [standard]),
      create: staff.input(CreateShippingMethodInput).mutation(({ input }) => ({ ...standard, ...input, price: money(input.priceMinor), freeOver: null, position: 1 })),
      update: staff.input(UpdateShippingMethodInput).mutation(() => standard),
      archive: staff.input(ArchiveShippingMethodInput).mutation(() => standard),
    },
    promotions: {
      listCoupons: staff.input(ListCouponsInput).query(({ input }) => pageOf(input.state === "archived" ? [] : [spring])),
      getCoupon: staff.input(CouponInput).query(({ input }) => {
        if (input.code !== spring.code) throw refuse("NOT_FOUND", "coupon.not_found", `There is no coupon "${input.code}".`);
        return spring;
      }),
      createCoupon: staff.input(CreateCouponInput).mutation(({ input }) => {
        if (input.code === spring.code) throw refuse("CONFLICT", "coupon.code_taken", "There is a coupon SPRING10 already.");
        return couponOf(input);
      }),
      updateCoupon: staff.input(UpdateCouponInput).mutation(({ input }) => couponOf(input)),
      archiveCoupon: staff.input(CouponInput).mutation(() => ({ ...spring, state: "archived", archivedAt: at })),
    },
    tax: {
      list: staff.query(() => [rate]),
      set: staff.input(SetTaxRateInput).mutation(({ input }) => ({ ...rate, ...input })),
      remove: staff.input(RemoveTaxRateInput).mutation(() => rate),
    },
    system: {
      doctor: staff.query(() => ({
        version: shop.version, dialect: "sqlite", migrations: { applied: 1, pending: [], unknown: [] }, database: { isReachable: true, latencyMs: 1 },
        now: new Date().toISOString(), nodeVersion: "20", uptimeSeconds: 1, locationCount: shop.locationCount, shippingMethodCount: 0, productCount: 2, pendingOrderCount: 0, payments: shop.payments, outbox: shop.outbox, search: [], mail: shop.mail,
      })),
    },
    accounts: {
      signIn: open.input(z.object({ email: z.string(), password: z.string() })).mutation(({ input }) => {
        if (input.password !== "right") throw refuse("UNAUTHORIZED", "accounts.wrong_credentials", "E-mail address and password don't fit together.");
        return { token: "staff-token", expiresAt: at, account };
      }),
      signOut: open.mutation(() => null),
      me: open.query(({ ctx }) => (ctx.token === "staff-token" ? account : null)),
    },
    catalog: {
      findVariants: staff.input(z.object({ handles: z.array(z.string()) })).query(({ input: { handles } }) =>
        variants.filter(({ id, sku, barcode, productSlug }) => [id, sku, barcode, productSlug].some((handle) => handles.includes(handle))),
      ),
      listCategories: open.query(() => [
        { id: "c1", slug: "kitchen", name: "Kitchen", productCount: 3, children: [{ id: "c2", slug: "pans", name: "Pans", productCount: 2, children: [] }] },
      ]),
      importProducts: staff.input(ImportProductsInput).mutation(({ input }) => importProducts(shop, input)),
      exportProducts: staff.input(z.object({ cursor: z.string().nullish(), limit: z.number() })).query(({ input }) => {
        const slugs = [...shop.products.keys()].toSorted().filter((slug) => slug > (input.cursor ?? ""));
        const page = slugs.slice(0, input.limit);
        return { products: page.map((slug) => shop.products.get(slug)), nextCursor: slugs.length > page.length ? page.at(-1) : null };
      }),
    },
    mail: {
      test: staff.input(SendTestMailInput).mutation(({ input }) => {
        if (shop.mail.kind === "off") throw refuse("CONFLICT", "mail.off", "This shop has no mail server.");
        return { sentTo: input.to, by: shop.mail.kind };
      }),
    },
    events: {
      list: staff.input(ListEventsInput).query(({ input }) => pageOf([waitingEvent, deadEvent].filter(({ status }) => !input.status || status === input.status))),
      get: staff.input(GetEventInput).query(({ input }) => {
        const found = [waitingEvent, deadEvent].find(({ id }) => id === input.event);
        if (!found) throw refuse("NOT_FOUND", "event.not_found", `There is no event "${input.event}".`);
        return found;
      }),
      retry: staff.input(RetryEventInput).mutation(() => ({ ...deadEvent, status: "waiting", attempts: 0 })),
      retryDead: staff.input(RetryDeadEventsInput).mutation(() => ({ retriedCount: 1 })),
      skip: staff.input(SkipEventInput).mutation(() => ({ ...deadEvent, status: "skipped", closedAt: at })),
    },
    search: {
      products: open.input(SearchProductsInput).query(({ input }) => (input.text === "nothing" ? { ...found, hits: [], total: 0, isTotalCapped: false, didYouMean: null, isPartial: true, redirect: "/help" } : found)),
      status: staff.query(() => statusOf(shop.rebuild.shift() ?? null)),
      verify: staff.input(VerifySearchInput).mutation(({ input }) => verifiedPart(input.cursor, input.repair)),
      rebuild: staff.input(RebuildSearchInput).mutation(() => ({ engine: "sqlite", isDone: false, built: 0, wanted: 1_200 })),
      report: staff.input(SearchReportInput).query(() => report),
      listSynonyms: staff.query(() => [synonyms]),
      addSynonyms: staff.input(AddSynonymsInput).mutation(({ input }) => ({ ...synonyms, ...input, kind: input.replacements.length > 0 ? "one_way" : "both" })),
      removeSynonyms: staff.input(RemoveSynonymsInput).mutation(() => synonyms),
      listStopWords: staff.query(() => [{ word: "premium", createdAt: at }]),
      addStopWord: staff.input(StopWordInput).mutation(({ input }) => {
        if (input.word === "the") throw refuse("CONFLICT", "search.stop_word_exists", '"the" is left out in every shop.');
        return { word: input.word, createdAt: at };
      }),
      removeStopWord: staff.input(StopWordInput).mutation(({ input }) => ({ word: input.word, createdAt: at })),
      listPins: staff.query(() => [pin, { ...pin, query: "red mug", position: null, product: { ...pin.product, status: "archived" } }]),
      pinProduct: staff.input(PinProductInput).mutation(({ input }) => ({ ...pin, ...input, product: pin.product })),
      hideProduct: staff.input(HideProductInput).mutation(({ input }) => ({ ...pin, ...input, product: pin.product, position: null })),
      unpinProduct: staff.input(UnpinProductInput).mutation(() => pin),
      listRedirects: staff.query(() => [redirect]),
      setRedirect: staff.input(SetRedirectInput).mutation(({ input }) => ({ ...redirect, ...input })),
      removeRedirect: staff.input(RemoveRedirectInput).mutation(() => redirect),
    },
    inventory: {
      getLevels: staff.input(z.object({ variantId: z.string() })).query(({ input }) => levels(input.variantId, 10)),
      receive: staff.input(ReceiveStockInput).mutation(({ input }) => levels(input.variantId, 10 + input.quantity)),
      adjust: staff.input(AdjustStockInput).mutation(({ input }) => levels(input.variantId, input.to ?? 10 + (input.by ?? 0))),
      listLowStock: staff.query(() => pageOf(levels("var_1", 1).levels)),
      listAlerts: staff.input(ListStockAlertsInput).query(() => pageOf([alert])),
      setLevel: staff.input(SetLevelInput).mutation(({ input }) => levels(input.variantId, 10)),
      listLocations: staff.query(() => locations),
      createLocation: staff.input(CreateLocationInput).mutation(({ input }) => ({ ...townShop, code: input.code, name: input.name, inTransit: 0 })),
      updateLocation: staff.input(UpdateLocationInput).mutation(() => townShop),
      archiveLocation: staff.input(ArchiveLocationInput).mutation(() => {
        throw refuse("CONFLICT", "location.not_empty", "Main is not empty: 40 on hand.");
      }),
      sendTransfer: staff.input(SendTransferInput).mutation(() => underWay),
      receiveTransfer: staff.input(ReceiveTransferInput).mutation(() => transfer("received", [4, 3, 1, 0])),
      cancelTransfer: staff.input(TransferInput).mutation(() => transfer("cancelled", [4, 0, 0, 0])),
      getTransfer: staff.input(TransferInput).query(({ input }) => {
        if (input.transfer !== "12") throw refuse("NOT_FOUND", "transfer.not_found", `There is no transfer "${input.transfer}".`);
        return underWay;
      }),
      listTransfers: staff.input(ListTransfersInput).query(() => pageOf([underWay])),
      startCount: staff.input(StartCountInput).mutation(() => ({ ...openCount, lines: [] })),
      countLines: staff.input(CountLinesInput).mutation(({ input }) => ({
        count: countRow,
        lines: input.lines.map(({ variantId, counted }) => countLine(variantId, 10, counted)),
      })),
      postCount: staff.input(CountInput).mutation(() => postedCount),
      cancelCount: staff.input(CountInput).mutation(() => ({ ...openCount, status: "cancelled" })),
      getCount: staff.input(CountInput).query(() => openCount),
      listCounts: staff.input(ListCountsInput).query(() => pageOf([countRow])),
    },
    orders: {
      list: staff.input(z.object({ limit: z.number(), cursor: z.string().nullish() })).query(({ input: { limit, cursor } }) => {
        const first = Number(cursor ?? 0);
        const items = Array.from({ length: 250 }, (_, place) => order(1250 - place)).slice(first, first + limit);
        return { items, nextCursor: first + limit < 250 ? String(first + limit) : null, total: { count: 250, isExact: true } };
      }),
      get: staff.input(z.object({ order: z.string() })).query(({ input }) => {
        if (input.order !== "1001") throw refuse("NOT_FOUND", "order.not_found", `There is no order "${input.order}".`);
        return order(1001);
      }),
      cancel: staff.mutation(() => {
        throw refuse("CONFLICT", "order.wrong_status", "Order 1001 has been shipped.");
      }),
      deliver: staff.mutation(() => {
        throw new Error("a secret path /srv/shop");
      }),
    },
  });
}

function importProducts(shop: StubShop, { products, isDryRun }: ImportProductsInput) {
  const parsed = products.map((product) => ImportProduct.parse(product));
  shop.batches.push({ bytes: Buffer.byteLength(JSON.stringify({ products, isDryRun })), slugs: parsed.map(({ slug }) => slug), isDryRun });
  const results = parsed.map((product) => {
    const { row, slug } = product;
    const before = shop.products.get(slug);
    const isSame = JSON.stringify(before) === JSON.stringify(product);
    if (product.title.includes("REFUSE")) {
      const error = { row: product.variants[0]?.row ?? row, field: "variants.0.sku", message: "The SKU belongs to another product." };
      return { row, slug, outcome: "failed", changes: [], errors: [error], warnings: [] };
    }
    if (!isDryRun) shop.products.set(slug, product);
    return { row, slug, outcome: before ? (isSame ? "unchanged" : "updated") : "created", changes: before && !isSame ? ["title"] : [], errors: [], warnings: [] };
  });
  return { results };
}

function order(number: number) {
  const line = {
    id: "lin_1", variantId: "var_1", productSlug: "shirt", productTitle: "Shirt", variantTitle: "M", sku: "SHIRT-M", imageUrl: null,
    quantity: 2, quantityShipped: 0, quantityCancelled: 0, quantityReturned: 0, unitPrice: money(1299), total: money(2598),
  };
  const totals = { lines: money(2598), discount: money(0), discounts: [], shipping: money(490), tax: money(493), pricesIncludeTax: true, total: money(3088), cancelled: money(0), worth: money(3088) };
  return {
    id: `ord_${number}`, number, status: "confirmed", paymentStatus: "paid", fulfilmentStatus: "unfulfilled", email: "jo@example.com",
    shippingAddress: { name: "Jo", city: "Berlin" }, billingAddress: {}, shippingMethodName: "Standard", paymentMethod: "test_card",
    lines: [line], totals, payments: [], refunds: [], shipments: [], placedAt: at, updatedAt: at, total: money(3088), quantity: 2,
    events: [{ seq: 1, type: "placed", actor: "shopper", reason: null, payload: {}, at }],
  };
}

function refuse(code: TRPCError["code"], reason: string, message: string): TRPCError {
  return new TRPCError({ code, message, cause: new Refusal(reason, message) });
}
