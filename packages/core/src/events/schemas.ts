import { outboxStatuses } from "@cartwright/db/constants/kernel";
import { z } from "zod";
import { PageInput } from "../kernel/page.ts";

const EventId = z.string().trim().min(1).max(60);
const EventType = z.string().trim().min(1).max(100);

export const ListEventsInput = PageInput.extend({
  status: z.enum(outboxStatuses).optional(),
  /** Such as `refund.started`. */
  type: EventType.optional(),
  /** What the events are about, such as an order's id. */
  subject: z.string().trim().min(1).max(200).optional(),
});
export type ListEventsInput = z.infer<typeof ListEventsInput>;

export const GetEventInput = z.object({ event: EventId });
export type GetEventInput = z.infer<typeof GetEventInput>;

export const RetryEventInput = z.object({ event: EventId });
export type RetryEventInput = z.infer<typeof RetryEventInput>;

export const RetryDeadEventsInput = z.object({ type: EventType.optional() });
export type RetryDeadEventsInput = z.infer<typeof RetryDeadEventsInput>;

export const SkipEventInput = z.object({
  event: EventId,
  /** Kept in the audit log. */
  reason: z.string().trim().min(1).max(500),
});
export type SkipEventInput = z.infer<typeof SkipEventInput>;
