import { DomainError, tellingNews, type Context } from "@cartwright/core/kernel";
import { getTRPCErrorFromUnknown, initTRPC, type TRPCError } from "@trpc/server";
import type { ServerContext } from "./context.ts";
import { errorFacts, toTrpcError } from "./errors.ts";
import { translatedStream } from "./live/translated-stream.ts";
import { fillKey, requireGoodKey } from "./idempotency-key.ts";
import { requireStorableText } from "./storable-text.ts";

/** Tells proxies and clients that a quiet stream is alive. */
const pingMilliseconds = 15_000;

const t = initTRPC.context<ServerContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: pingMilliseconds }, client: { reconnectAfterInactivityMs: 3 * pingMilliseconds } },
  errorFormatter: ({ shape, error, ctx }) => {
    const shown = toTrpcError(error);
    return {
      ...shape,
      message: shown.message,
      data: { code: shown.code, httpStatus: shape.data.httpStatus, path: shape.data.path, requestId: ctx?.core.requestId ?? null, ...errorFacts(shown) },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** What is searched for is not kept as it comes: any text has an answer there. */
const takesAnyText: ReadonlySet<string> = new Set(["search.products", "search.suggest"]);

/**
 * No text comes in that can't be kept. Errors leave as what they are to clients; the unknown ones are logged with
 * their cause. One middleware and not two, because each is a copy of the call.
 */
const guarded = t.middleware(async ({ ctx, path, type, getRawInput, next }) => {
  const translate = (thrown: TRPCError): TRPCError => {
    const error = toTrpcError(thrown);
    if (error.code === "INTERNAL_SERVER_ERROR") ctx.logger.error({ path, err: error.cause ?? error }, "a procedure failed");
    return error;
  };
  try {
    if (!takesAnyText.has(path)) requireStorableText(await getRawInput());
    if (type === "mutation") requireGoodKey(ctx.core.idempotencyKey);
  } catch (error) {
    throw translate(getTRPCErrorFromUnknown(error));
  }
  const result = type === "mutation" ? await tellingNews(next) : await next();
  if (!result.ok) throw translate(result.error);
  return type === "subscription" ? { ...result, data: translatedStream(result.data as AsyncIterable<unknown>, translate) } : result;
});

/** Anybody, with or without a cart. */
export const shopper = t.procedure.use(guarded);

/** Anybody who changes something: from here on there is a cart token. */
export const shopperWithCart = shopper.use(({ ctx, next }) => {
  const core: Context = { ...ctx.core, actor: { ...ctx.core.actor, cartToken: ctx.cookies.ensureCartToken() } };
  return next({ ctx: { ...ctx, core } });
});

/** The same for input that must bring a key: where it brings none, the request's header does. */
export const shopperWithKey = shopperWithCart.use(async ({ ctx, getRawInput, next }) => {
  const input = fillKey(await getRawInput(), ctx.core.idempotencyKey);
  return next({ getRawInput: async () => input });
});

/** Staff only; which of them, each verb of core checks first. */
export const staff = shopper.use(({ ctx, next }) => {
  const { kind } = ctx.core.actor;
  if (kind === "anonymous") throw new DomainError("unauthenticated", "access.sign_in_required", "Sign in to do this.");
  if (kind !== "staff") throw new DomainError("forbidden", "access.not_allowed", "This is for the shop's staff.");
  return next();
});
