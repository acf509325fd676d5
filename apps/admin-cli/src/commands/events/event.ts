import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Style } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

export type EventRow = Outputs["events"]["list"]["items"][number];
export type Event = Outputs["events"]["get"];

export const eventHelp = "the event's id (evt_…)";

export const eventColumns = (out: Output): readonly Column<EventRow>[] => [
  { heading: "Event", text: ({ id }) => id },
  { heading: "Status", text: ({ status }) => status, paint: paintStatus },
  { heading: "Type", text: ({ type }) => type },
  { heading: "About", text: ({ subject }) => subject },
  { heading: "Tries", text: ({ attempts }) => attempts, isRight: true },
  { heading: "Written", text: ({ createdAt }) => out.time(createdAt) },
  { heading: "Last error", text: ({ lastError }) => lastError ?? "", isFlexible: true },
];

function paintStatus(text: string, { status }: EventRow, { dim, green, red, yellow }: Style): string {
  return { waiting: yellow, done: green, dead: red, skipped: dim }[status](text);
}

export function printEvent(out: Output, event: Event): void {
  if (out.isJson) return out.json(event);
  out.record([
    ["event", event.id],
    ["type", event.type],
    ["about", event.subject],
    ["payload", JSON.stringify(event.payload)],
    ["status", event.status],
    ["tries", event.attempts],
    ["handled by", event.handledBy.join(", ")],
    ["next try", event.status === "waiting" ? out.time(event.availableAt) : null],
    ["with worker", event.leasedBy],
    ["held back by", event.heldBackBy],
    [event.status === "done" ? "note" : "last error", event.lastError],
    ["written", out.time(event.createdAt)],
    ["closed", event.closedAt ? out.time(event.closedAt) : null],
  ]);
}
