import type { Command } from "commander";
import type { Readable, Writable } from "node:stream";
import { createApi, type Api, type Connection } from "./client.ts";
import { findCredential } from "./credentials.ts";
import { ServerUrl, type Env } from "./env.ts";
import { UsageError } from "./errors.ts";
import { createOutput, type Output } from "./output/output.ts";

export type InputStream = Readable & { isTTY?: boolean };
export type OutputStream = Writable & { isTTY?: boolean; columns?: number };

/** What a run of the CLI has of the world; tests give their own. */
export interface Cli {
  env: Env;
  stdin: InputStream;
  stdout: OutputStream;
  stderr: OutputStream;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

/** Options that every command takes. */
export interface GlobalOptions {
  url?: string;
  json?: boolean;
  color?: boolean;
  idempotencyKey?: string;
}

/** One command at work: where it talks to and how it speaks. */
export interface Session {
  cli: Cli;
  url: string;
  token: string | null;
  out: Output;
  api: Api;
  connection: Connection;
}

const timeoutMs = 30_000;

/** Opens the session that a command's options ask for. Nothing is sent yet. */
export async function openSession(cli: Cli, command: Command, limits: { timeoutMs?: number } = {}): Promise<Session> {
  const { url } = readGlobals(cli, command);
  const token = cli.env.token ?? (await findCredential(cli.env, url))?.token ?? null;
  const connection = { url, token, signal: cli.signal, timeoutMs: limits.timeoutMs ?? timeoutMs, idempotencyKey: readKey(command) };
  return { cli, url, token, out: openOutput(cli, command), api: createApi(connection), connection };
}

export function openOutput(cli: Cli, command: Command): Output {
  const options = command.optsWithGlobals<GlobalOptions>();
  return createOutput(cli, { isJson: options.json === true, isColorWanted: cli.env.isColorWanted && options.color !== false });
}

export function readGlobals(cli: Cli, command: Command): { url: string } {
  const { url } = command.optsWithGlobals<GlobalOptions>();
  if (url === undefined) return { url: cli.env.url };
  const parsed = ServerUrl.safeParse(url);
  if (!parsed.success) throw new UsageError(`--url ${url}: ${parsed.error.issues[0]?.message}.`);
  return { url: parsed.data };
}

function readKey(command: Command): string | undefined {
  const { idempotencyKey } = command.optsWithGlobals<GlobalOptions>();
  if (idempotencyKey === undefined || (idempotencyKey.length >= 8 && idempotencyKey.length <= 90)) return idempotencyKey;
  throw new UsageError("--idempotency-key: give 8 to 90 characters, such as a UUID.");
}

/** Whether somebody is there to answer a question. */
export function isInteractive(cli: Cli): boolean {
  return cli.stdin.isTTY === true && cli.stderr.isTTY === true;
}
