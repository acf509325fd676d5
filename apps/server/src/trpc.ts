import { DomainError, type Context } from "@cartwright/core/kernel";
import { initTRPC } from "@trpc/server";
import type { ServerContext } from "./context.ts";
import { errorFacts, toTrpcError } from "./errors.ts";
import { requireStorableText } from "./storable-text.ts";

const t = initTRPC.context<ServerContext>().create({
  isDev: false,
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

/** Errors leave as what they are to clients; the unknown ones are logged with their cause. */
const translated = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toTrpcError(result.error);
  if (error.code === "INTERNAL_SERVER_ERROR") ctx.logger.error({ path, err: error.cause ?? error }, "a procedure failed");
  throw error;
});

const storable = t.middleware(async ({ getRawInput, next }) => {
  requireStorableText(await getRawInput());
  return next();
});

/** Anybody, with or without a cart. */
export const shopper = t.procedure.use(translated).use(storable);

/** Anybody who changes something: from here on there is a cart token. */
export const shopperWithCart = shopper.use(({ ctx, next }) => {
  const core: Context = { ...ctx.core, actor: { ...ctx.core.actor, cartToken: ctx.cookies.ensureCartToken() } };
  return next({ ctx: { ...ctx, core } });
});

/** Staff only; which of them, each verb of core checks first. */
export const staff = shopper.use(({ ctx, next }) => {
  const { kind } = ctx.core.actor;
  if (kind === "anonymous") throw new DomainError("unauthenticated", "access.sign_in_required", "Sign in to do this.");
  if (kind !== "staff") throw new DomainError("forbidden", "access.not_allowed", "This is for the shop's staff.");
  return next();
});
