import process from "node:process";
import { readEnv, type Env } from "./env.ts";
import { exitCodes, explain } from "./errors.ts";
import { runCli } from "./run.ts";

const sameKeyMs = 300;

const env = openEnv();
if (env) {
  const stop = new AbortController();
  process.on("SIGINT", interruptor(stop));
  process.once("SIGTERM", () => stop.abort());
  // Somebody who reads no further, such as head, is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.ok);
    throw error;
  });
  const { stdin, stdout, stderr } = process;
  process.exitCode = await runCli({ env, stdin, stdout, stderr, signal: stop.signal }, process.argv.slice(2));
}

/** The first Ctrl-C ends the work in order, a later one at once. A wrapper may pass the same one on a second time. */
function interruptor(stop: AbortController): () => void {
  let firstAt = 0;
  return () => {
    if (stop.signal.aborted && Date.now() - firstAt > sameKeyMs) process.exit(exitCodes.interrupted);
    firstAt ||= Date.now();
    stop.abort();
  };
}

function openEnv(): Env | null {
  try {
    return readEnv(process.env);
  } catch (error) {
    const { line, exitCode } = explain(error, "");
    process.stderr.write(`${line}\n`);
    process.exitCode = exitCode;
    return null;
  }
}
