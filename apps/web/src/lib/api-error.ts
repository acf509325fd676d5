import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@cartwright/server/router";

/** What the server says of a refusal, for people and for branching. */
export interface ApiError {
  /** `network` when there was no answer at all. */
  reason: string;
  message: string;
  httpStatus: number;
  details: Record<string, unknown>;
  fieldErrors: Record<string, string[]>;
  requestId: string | null;
}

const noAnswer = "The shop did not answer. Check your connection and try again.";

/** Any thrown value as something that can be shown. */
export function readError(error: unknown): ApiError {
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : undefined;
  if (!data) return { reason: "network", message: noAnswer, httpStatus: 0, details: {}, fieldErrors: {}, requestId: null };
  return {
    reason: data.reason,
    message: (error as Error).message,
    httpStatus: data.httpStatus,
    details: data.details,
    fieldErrors: data.fieldErrors ?? {},
    requestId: data.requestId,
  };
}

/** Whether the thing asked for is not there; an address that can't be one counts as well. */
export function isMissing(error: unknown): boolean {
  const { reason, httpStatus } = readError(error);
  return httpStatus === 404 || reason === "input.invalid";
}

/** Whether there was no answer at all. An error that the server's own page brought along is none of these. */
export function isNetworkError(error: unknown): boolean {
  return error instanceof TRPCClientError && !(error as TRPCClientError<AppRouter>).data;
}

/** Whether the server may still have done it: no answer, or one that says that nobody knows. */
export function isUnclear(error: unknown): boolean {
  const { httpStatus } = readError(error);
  return httpStatus === 0 || httpStatus >= 500;
}
