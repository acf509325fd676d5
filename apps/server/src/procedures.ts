import type { AnyTRPCProcedure } from "@trpc/server";
import { appRouter } from "./router.ts";

const { _def: definition } = appRouter;

// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const byPath = definition.procedures as unknown as Record<string, AnyTRPCProcedure>;

/** Every procedure of the API: its dotted path, what it does, and what it takes. */
export const procedures = Object.entries(byPath).map(([path, { _def: { type, inputs } }]) => ({ path, type, inputs }));
