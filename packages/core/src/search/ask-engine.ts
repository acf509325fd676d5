import type { Context } from "../kernel/index.ts";
import type { SearchEngine } from "./engine.ts";

/** The main engine's answer, or the other one's while the main one can't be asked. Errors: those of the last one asked. */
export async function askEngine<Answer>(ctx: Context, ask: (engine: SearchEngine) => Promise<Answer>): Promise<{ answer: Answer; engine: string }> {
  const { main, fallback } = ctx.ports.search;
  if (!fallback) return { answer: await ask(main), engine: main.name };
  try {
    return { answer: await ask(main), engine: main.name };
  } catch {
    // The engine itself counts and tells what went wrong with it: a shopper only wants an answer.
    return { answer: await ask(fallback), engine: fallback.name };
  }
}
