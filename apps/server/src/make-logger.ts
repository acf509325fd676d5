import { pino, type Logger } from "pino";
import { serializeError } from "./log-error.ts";

const flushMilliseconds = 1_000;

/** JSON lines on stdout, written in blocks, at least once a second and before the process ends. */
export function makeLogger(level: string): Logger {
  const lines = pino.destination({ dest: 1, sync: false, minLength: 4_096 });
  setInterval(() => lines.flush(), flushMilliseconds).unref();
  process.on("exit", () => lines.flushSync());
  return pino({ level, base: null, serializers: { err: serializeError } }, lines);
}
