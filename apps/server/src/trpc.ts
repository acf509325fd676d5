import { DomainError, hasPermission, requirePermission, tellingNews, type Context, type Permission } from "@cartwright/core/kernel";
import { getTRPCErrorFromUnknown, initTRPC, type TRPCError } from "@trpc/server";
import type { ServerContext } from "./context.ts";
import { errorFacts, toTrpcError } from "./errors.ts";
import { translatedStream } from "./live/translated-stream.ts";
import { fillKey, requireGoodKey } from "./idempotency-key.ts";
import { admit, isRightSoFar } from "./limits/admit.ts";
import type { Admitted } from "./limits/rate-limits.ts";
import { logSecurity } from "./security-log.ts";
import { requireStorableText } from "./storable-text.ts";

/** Tells proxies and clients that a quiet stream is alive. */
const pingMilliseconds = 15_000;

/** Who may call a procedure: anybody, anybody with an account, or staff who hold one of these permissions. */
export type Access = "anyone" | "signed_in" | readonly Permission[];

const t = initTRPC.context<ServerContext>().meta<{ access: Access }>().create({
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
export const mergeRouters = t.mergeRouters;
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
    if (error.code === "INTERNAL_SERVER_ERROR") ctx.parts.logger.error({ requestId: ctx.core.requestId, path, err: error.cause ?? error }, "a procedure failed");
    return error;
  };
  let admitted: Admitted | null;
  try {
    if (!takesAnyText.has(path)) requireStorableText(await getRawInput());
    if (type === "mutation") requireGoodKey(ctx.core.idempotencyKey);
    admitted = await admit(ctx, { path, type, getRawInput });
  } catch (thrown) {
    const error = translate(getTRPCErrorFromUnknown(thrown));
    await logSecurity(ctx, { path, error, data: null, getRawInput });
    throw error;
  }
  const result = type === "mutation" ? await tellingNews(next) : await next();
  await admitted?.settle(result.ok || isRightSoFar(result.error));
  await logSecurity(ctx, { path, error: result.ok ? null : result.error, data: result.ok ? result.data : null, getRawInput });
  if (!result.ok) throw translate(result.error);
  return type === "subscription" ? { ...result, data: translatedStream(result.data as AsyncIterable<unknown>, translate) } : result;
});

const guardedProcedure = t.procedure.use(guarded);

/** Anybody, with or without a cart. */
export const shopper = guardedProcedure.meta({ access: "anyone" });

/** Anybody who changes something: from here on there is a cart token. */
export const shopperWithCart = shopper.use(({ ctx, next }) => {
  const core: Context = { ...ctx.core, actor: { ...ctx.core.actor, cartToken: ctx.cookies.ensureCartToken() } };
  return next({ ctx: { core } });
});

/** The same for input that must bring a key: where it brings none, the request's header does. */
export const shopperWithKey = shopperWithCart.use(async ({ ctx, getRawInput, next }) => {
  const input = fillKey(await getRawInput(), ctx.core.idempotencyKey);
  return next({ getRawInput: async () => input });
});

/** Whoever is signed in, for what is their own; no API token. Errors: `access.sign_in_required`, `access.session_required`. */
export const signedIn = guardedProcedure.meta({ access: "signed_in" }).use(({ ctx, next }) => {
  if (ctx.tokenActor) throw new DomainError("forbidden", "access.session_required", "An API token can't do this. Sign in for it.");
  requireSignIn(ctx.core);
  return next();
});

/**
 * Staff who hold one of the permissions, or whose API token does; the verb checks again what it needs.
 * Errors: `access.sign_in_required`, `access.not_allowed`, `access.second_factor_required`.
 */
export const staffWith = (first: Permission, ...others: Permission[]) =>
  guardedProcedure.meta({ access: [first, ...others] }).use(({ ctx, next }) => {
    const core: Context = ctx.tokenActor ? { ...ctx.core, actor: ctx.tokenActor } : ctx.core;
    const { actor } = core;
    requireSignIn(core);
    if (actor.kind !== "staff") throw new DomainError("forbidden", "access.not_allowed", "This is for the shop's staff.");
    if (ctx.account?.mustSetUpSecondFactor) {
      throw new DomainError("forbidden", "access.second_factor_required", "Set up your second factor first: the shop wants one of all its staff.");
    }
    if (!others.some((permission) => hasPermission(actor, permission))) requirePermission(core, first);
    return ctx.tokenActor ? next({ ctx: { core } }) : next();
  });

function requireSignIn({ actor }: Context): void {
  if (actor.kind === "anonymous") throw new DomainError("unauthenticated", "access.sign_in_required", "Sign in to do this.");
}
