import type { EventHandler } from "@cartwright/core/kernel";
import { mailHandlers } from "@cartwright/core/notifications";
import { startedRefunds } from "@cartwright/core/orders";
import { endedAuthorisations } from "@cartwright/core/payments";
import { searchHandlers } from "@cartwright/core/search";

/** Everybody who listens to the outbox. Events of other types are closed unheard (see docs/events.md). */
export const handlers: readonly EventHandler[] = [startedRefunds, endedAuthorisations, ...searchHandlers, ...mailHandlers];
