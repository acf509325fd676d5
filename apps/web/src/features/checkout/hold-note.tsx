import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { useEffect, useState } from "react";
import type { Hold } from "./use-hold.ts";

/** Until when the units are this buyer's, with a countdown that nobody has to hear. */
export function HoldNote({ hold }: { hold: Hold }) {
  if (hold.kind === "ran_out") return <p className="border-t border-edge pt-4 text-sm text-warn">No longer held for you</p>;
  return hold.kind === "held" ? <Countdown until={hold.until} /> : null;
}

function Countdown({ until }: { until: Date }) {
  const left = useSecondsLeft(until);
  return (
    <p className="figures flex flex-wrap items-baseline justify-between gap-x-4 border-t border-edge pt-4 text-sm">
      <span>Held for you until {clock.format(until)}</span>
      <span aria-hidden className="text-soft">
        {leftText(left)}
      </span>
    </p>
  );
}

/** Said once when it happens: what was held may be somebody else's by now. */
export function HoldRanOut({ hold, className }: { hold: Hold; className?: string }) {
  if (hold.kind !== "ran_out") return null;
  return (
    <Notice tone="warn" title="We let go of the units." isAlert className={className}>
      <p>They were held for you, and the time ran out. If nobody has taken them, they are yours again at once; what you typed is kept.</p>
      <Button size="sm" className="mt-3" isPending={hold.isTaking} pendingLabel="Taking them …" onClick={hold.take}>
        Take them again
      </Button>
    </Notice>
  );
}

// The visitor's own clock: the note is written in the browser only.
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

function leftText(seconds: number): string {
  if (seconds >= 60) return `${Math.ceil(seconds / 60)} min`;
  return `${seconds} s`;
}

function useSecondsLeft(until: Date): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((until.getTime() - now) / 1_000));
}
