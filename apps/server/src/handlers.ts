import type { EventHandler } from "@cartwright/core/kernel";
import { startedRefunds } from "@cartwright/core/orders";
import { searchHandlers } from "@cartwright/core/search";

/** Everybody who listens to the outbox. Events of other types are closed unheard (see docs/events.md). */
export const handlers: readonly EventHandler[] = [startedRefunds, ...searchHandlers];
