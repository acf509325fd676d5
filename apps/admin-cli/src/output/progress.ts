import { SingleBar } from "cli-progress";
import type { OutputStream } from "../cli.ts";

/** How far long work has come, on stderr: a bar on a terminal, elsewhere a line now and then. */
export interface Progress {
  /** `value` of the total, and words of what has been done. */
  update: (value: number, words: string) => void;
  /** A line for the person that does not run into the bar. */
  say: (text: string) => void;
  /** Something else that is written while the bar is there, on stdout. */
  above: (write: () => void) => void;
  stop: () => void;
}

const linePauseMs = 10_000;

// The bar keeps lines from wrapping and goes back at its end to the place it remembered at its start.
const leaveBar = "\r\u001b[K\u001b[?7h";
const returnToBar = "\u001b[?7l\u001b7";

/** Without a total there is no bar to fill, only the words. */
export function startProgress(stderr: OutputStream, label: string, total: number | null): Progress {
  return stderr.isTTY ? startBar(stderr, label, total) : startLines(stderr, label, total);
}

function startBar(stderr: OutputStream, label: string, total: number | null): Progress {
  const bar = new SingleBar({
    stream: stderr,
    format: total === null ? `${label}  {words}` : `${label} [{bar}] {percentage}%  {words}`,
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    fps: 8,
    // Something else may have been written over it.
    forceRedraw: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(total ?? 1, 0, { words: "" });
  const above = (write: () => void) => {
    stderr.write(leaveBar);
    write();
    stderr.write(returnToBar);
    bar.render();
  };
  return {
    update: (value, words) => bar.update(Math.min(value, total ?? 0), { words }),
    say: (text) => above(() => stderr.write(`${text}\n`)),
    above,
    stop: () => bar.stop(),
  };
}

function startLines(stderr: OutputStream, label: string, total: number | null): Progress {
  let lastAt = Date.now();
  return {
    update: (value, words) => {
      if (Date.now() - lastAt < linePauseMs) return;
      lastAt = Date.now();
      const percentage = total ? ` ${Math.floor((Math.min(value, total) / total) * 100)}%` : "";
      stderr.write(`${label}${percentage}  ${words}\n`);
    },
    say: (text) => void stderr.write(`${text}\n`),
    above: (write) => write(),
    stop: () => undefined,
  };
}
