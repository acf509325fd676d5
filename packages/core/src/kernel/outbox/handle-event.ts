import type { Context } from "../context.ts";
import { reachFaultPoint } from "../fault-points.ts";
import { failEvent, finishEvent, recordHandled, type Held } from "./close-event.ts";
import { handlerSeconds, type EventHandler } from "./event-handler.ts";
import { errorLine } from "./error-line.ts";

/** How an attempt ended. `lost`: somebody else has taken the event, so nothing of the attempt was written. */
export type Handled = { outcome: "done" | "lost" } | { outcome: "failed" | "dead"; error: unknown };

/** Has a claimed event handled by everybody who listens to it and is not through yet, and writes how that ended. */
export async function handleEvent(ctx: Context, handlers: readonly EventHandler[], held: Held): Promise<Handled> {
  const { event } = held;
  const handledBy = [...event.handledBy];
  const open = handlers.filter((handler) => handler.types.includes(event.type) && !handledBy.includes(handler.name));
  const deadline = makeDeadline();
  const notes: string[] = [];
  try {
    for (const [at, handler] of open.entries()) {
      const note = await Promise.race([handler.handle(ctx, event), deadline.passed]);
      if (note) notes.push(note);
      handledBy.push(handler.name);
      const isLast = at === open.length - 1;
      if (!isLast && !(await recordHandled(ctx, held, handledBy))) return { outcome: "lost" };
    }
  } catch (error) {
    const outcome = await failEvent(ctx, held, errorLine(error));
    return outcome === null ? { outcome: "lost" } : { outcome, error };
  } finally {
    deadline.clear();
  }
  await reachFaultPoint("outbox.handled");
  return { outcome: (await finishEvent(ctx, held, { handledBy, note: notes.join(" ") || null })) ? "done" : "lost" };
}

function makeDeadline() {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${handlerSeconds} s`)), handlerSeconds * 1_000);
  });
  // Without a handler nobody looks at it.
  passed.catch(() => {});
  return { passed, clear: () => clearTimeout(timer) };
}
