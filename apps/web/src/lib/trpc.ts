import type { AppRouter } from "@cartwright/server/router";
import { createTRPCReact, type createTRPCQueryUtils } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

/** The hooks: `trpc.cart.addLine.useMutation()`. */
export const trpc = createTRPCReact<AppRouter>();

/** The same without hooks, for loaders: `api.catalog.getProduct.ensureData({ slug })`. */
export type Api = ReturnType<typeof createTRPCQueryUtils<AppRouter>>;

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** Plain calls, past the cache. */
export type Client = ReturnType<typeof trpc.createClient>;
