import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { PassThrough, Readable, Writable } from "node:stream";
import type { OutputStream } from "../src/cli.ts";
import { readEnv } from "../src/env.ts";
import { runCli } from "../src/run.ts";

// Gone with the test file that made it.
const home = mkdtempSync(join(tmpdir(), "cartwright-cli-test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

export interface RunOptions {
  url?: string;
  token?: string | null;
  configHome?: string;
  stdin?: string;
  /** As on a terminal that shows this many columns. */
  columns?: number;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Told what goes to stderr, as it goes. */
  onStderr?: (text: string) => void;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(home, "config-"));
}

/** Runs a command line in this process, as `cartwright …` would. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const stdout = captured(options.columns);
  const stderr = captured(options.columns, options.onStderr);
  const env = readEnv({
    CARTWRIGHT_URL: options.url,
    CARTWRIGHT_TOKEN: options.token === null ? undefined : (options.token ?? "staff-token"),
    XDG_CONFIG_HOME: options.configHome ?? temporaryFolder(),
    ...options.env,
  });
  const stdin = options.stdin === undefined ? new PassThrough().end() : Readable.from([options.stdin]);
  const signal = options.signal ?? new AbortController().signal;
  const code = await runCli({ env, stdin, stdout: stdout.stream, stderr: stderr.stream, signal }, args);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function captured(columns: number | undefined, listener?: (text: string) => void): { stream: OutputStream; text: () => string } {
  let text = "";
  const writable = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString("utf8");
      listener?.(chunk.toString("utf8"));
      done();
    },
  });
  const stream = Object.assign(writable, columns === undefined ? {} : { isTTY: true, columns });
  return { stream, text: () => text };
}
