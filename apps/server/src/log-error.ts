import { stdSerializers } from "pino";

/**
 * An error for the log, with its causes. The database layer puts a statement's values into its message: those may
 * be personal data, so of such an error only the statement and its cause are kept.
 */
export function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ("query" in error && "params" in error) {
    return { type: error.name, query: error.query, cause: serializeError(error.cause) };
  }
  return { ...stdSerializers.err(withoutCause(error)), cause: error.cause === undefined ? undefined : serializeError(error.cause) };
}

function withoutCause(error: Error): Error {
  const copy = new Error(error.message);
  copy.name = error.name;
  copy.stack = error.stack ?? "";
  return copy;
}
