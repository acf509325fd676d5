import { TRPCClientError } from "@trpc/client";
import type { z } from "zod";

export const exitCodes = { ok: 0, failed: 1, usage: 2, notFound: 3, denied: 4, conflict: 5, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected end of a command: its message is the one line that a person reads. */
export class CliError extends Error {
  override readonly name: string = "CliError";

  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export class UsageError extends CliError {
  override readonly name = "UsageError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, exitCodes.usage, options);
  }
}

/** The request may or may not have arrived. `wasRefused` when it certainly did not. */
export class NetworkError extends CliError {
  override readonly name = "NetworkError";

  constructor(
    message: string,
    readonly wasRefused: boolean,
    options?: ErrorOptions,
  ) {
    super(message, exitCodes.failed, options);
  }
}

export class InterruptedError extends CliError {
  override readonly name = "InterruptedError";

  constructor(message = "Stopped.") {
    super(message, exitCodes.interrupted);
  }
}

/** What to print and how to leave, for whatever was thrown. */
export interface Explanation {
  line: string;
  exitCode: ExitCode;
}

export function explain(error: unknown, url: string): Explanation {
  const known = findCliError(error);
  if (known) return { line: known.message, exitCode: known.exitCode };
  if (error instanceof TRPCClientError) return explainRefusal(readRefusal(error), error.message, url);
  if (isFileError(error)) return { line: fileErrorLine(error), exitCode: exitCodes.usage };
  return { line: `Something went wrong: ${firstLine(error instanceof Error ? error.message : String(error))}`, exitCode: exitCodes.failed };
}

/** The network error behind whatever was thrown, or null. */
export function networkErrorIn(error: unknown): NetworkError | null {
  const known = findCliError(error);
  return known instanceof NetworkError ? known : null;
}

/** The details of a refusal with this reason; null for whatever else was thrown. */
export function refusalDetails(error: unknown, reason: string): Record<string, unknown> | null {
  if (!(error instanceof TRPCClientError) || readRefusal(error).reason !== reason) return null;
  const data: unknown = error.data;
  return isRecord(data) && isRecord(data["details"]) ? data["details"] : {};
}

/** The server is there and has too much to do. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof TRPCClientError ? readRefusal(error).code : null;
  return code === "SERVICE_UNAVAILABLE" || code === "TOO_MANY_REQUESTS";
}

/** An earlier call under the same key has no answer yet. */
export function isStillRunning(error: unknown): boolean {
  return error instanceof TRPCClientError && readRefusal(error).reason === "idempotency.running";
}

/** Parses what was typed with the schema that the server uses; a refusal names each field. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new UsageError(fieldList(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
}

interface Refusal {
  code: string | null;
  reason: string | null;
  fieldErrors: [string, string][];
  requestId: string | null;
}

function explainRefusal(refusal: Refusal, message: string, url: string): Explanation {
  if (refusal.code === null) return { line: `${url} answers, but not as a Cartwright server does.`, exitCode: exitCodes.failed };
  if (refusal.reason === "input.invalid" && refusal.fieldErrors.length > 0) {
    return { line: fieldList(refusal.fieldErrors), exitCode: exitCodes.usage };
  }
  const exitCode = exitCodeByTrpcCode[refusal.code] ?? exitCodes.failed;
  if (refusal.code === "UNAUTHORIZED" && !isAboutSignIn(refusal)) {
    return { line: `You are not signed in at ${url}, or your session has run out. Log in with: cartwright login`, exitCode };
  }
  const trace = refusal.code === "INTERNAL_SERVER_ERROR" && refusal.requestId ? ` The server's log has it under ${refusal.requestId}.` : "";
  return { line: firstLine(message) + trace, exitCode };
}

/** A sign-in that is refused says why; anything else that is refused for want of one says to sign in. */
function isAboutSignIn({ reason }: Refusal): boolean {
  return reason !== null && /^(accounts|second_factor)\./.test(reason);
}

const exitCodeByTrpcCode: Record<string, ExitCode> = {
  BAD_REQUEST: exitCodes.usage,
  UNPROCESSABLE_CONTENT: exitCodes.usage,
  NOT_FOUND: exitCodes.notFound,
  UNAUTHORIZED: exitCodes.denied,
  FORBIDDEN: exitCodes.denied,
  CONFLICT: exitCodes.conflict,
  PRECONDITION_FAILED: exitCodes.conflict,
};

function fieldList(fields: readonly (readonly [string, string])[]): string {
  return `Not accepted: ${fields.map(([field, text]) => (field ? `${field}: ${firstLine(text)}` : firstLine(text))).join("; ")}`;
}

function findCliError(error: unknown): CliError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof CliError) return at;
  return null;
}

function readRefusal(error: { data?: unknown }): Refusal {
  const data = isRecord(error.data) ? error.data : {};
  const fields = isRecord(data.fieldErrors) ? Object.entries(data.fieldErrors) : [];
  return {
    code: typeof data.code === "string" ? data.code : null,
    reason: typeof data.reason === "string" ? data.reason : null,
    fieldErrors: fields.flatMap(([field, texts]) => (Array.isArray(texts) ? texts.map((text): [string, string] => [field, String(text)]) : [])),
    requestId: typeof data.requestId === "string" ? data.requestId : null,
  };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException & { path: string } {
  return error instanceof Error && "code" in error && "path" in error && typeof error.path === "string";
}

function fileErrorLine({ code, path, message }: NodeJS.ErrnoException & { path: string }): string {
  const texts: Record<string, string> = {
    ENOENT: `There is no file or folder ${path}.`,
    EISDIR: `${path} is a folder.`,
    EACCES: `${path} may not be opened: permission denied.`,
    EPERM: `${path} may not be changed: not permitted.`,
    ENOSPC: `The disk is full: ${path}.`,
  };
  return (code && texts[code]) ?? firstLine(message);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
