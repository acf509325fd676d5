/** `waiting` is to be handled, now or later; `done` was; `dead` failed too often and holds back its subject; `skipped` was given up by a person. */
export const outboxStatuses = ["waiting", "done", "dead", "skipped"] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];
