import { DomainError, type ErrorCode } from "@cartwright/core/kernel";
import { isBusy } from "@cartwright/db";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

const trpcCodes = {
  invalid: "BAD_REQUEST",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  payment_failed: "PAYMENT_REQUIRED",
  too_many: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

/** What clients are told of an error besides its message. */
export interface ErrorFacts {
  reason: string;
  details: Record<string, unknown>;
  /** Messages by dotted path, when the input was refused. */
  fieldErrors?: Record<string, string[]>;
}

/** A refusal of core as tRPC's error; an unknown one loses everything but its cause, which stays in the log. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (cause instanceof DomainError) return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  if (cause instanceof ZodError) return new TRPCError({ code: "BAD_REQUEST", message: zodMessage(cause), cause });
  if (isBusy(cause)) return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "The shop is very busy. Try again in a moment.", cause });
  if (error.code === "INTERNAL_SERVER_ERROR") return new TRPCError({ code: error.code, message: "Something went wrong.", cause });
  return error;
}

export function errorFacts(error: TRPCError): ErrorFacts {
  const { cause } = error;
  if (cause instanceof DomainError) {
    const { fieldErrors, ...details } = cause.details;
    // A rule that looks at several fields names them as zod does.
    return { reason: cause.reason, details, ...(fieldErrors ? { fieldErrors: fieldErrors as Record<string, string[]> } : {}) };
  }
  if (cause instanceof ZodError) return { reason: "input.invalid", details: {}, fieldErrors: fieldErrors(cause) };
  if (error.code === "INTERNAL_SERVER_ERROR") return { reason: "internal", details: {} };
  return { reason: `request.${error.code.toLowerCase()}`, details: {} };
}

function fieldErrors(error: ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  return fields;
}

function zodMessage(error: ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "The input is not valid.";
  return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
}
