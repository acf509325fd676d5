import { DomainError, type ErrorDetails } from "@cartwright/core/kernel";
import { BrokenCircuitError, TaskCancelledError } from "cockatiel";
import { MeilisearchApiError, MeilisearchRequestError, MeilisearchTaskTimeOutError } from "meilisearch";

export const engineName = "meilisearch";

/** For staff: what is wrong and what helps. Shoppers are answered by the other engine. */
export function engineError(message: string, cause?: unknown, details: ErrorDetails = {}): DomainError {
  return new DomainError("unavailable", "search.engine_unavailable", message, { engine: engineName, ...details }, { cause });
}

export function isEngineError(error: unknown): error is DomainError {
  return error instanceof DomainError && error.reason === "search.engine_unavailable";
}

export interface Place {
  url: string;
  index: string;
}

/** What went wrong, in a sentence that names what to look at. Never the key. */
export function explain(error: unknown, { url, index }: Place): string {
  if (error instanceof DomainError) return error.message;
  if (error instanceof MeilisearchApiError) return explainAnswer(error, { url, index });
  if (error instanceof BrokenCircuitError) return "Meilisearch failed several times in a row and is left alone for some seconds.";
  if (error instanceof TaskCancelledError) return `Meilisearch at ${url} takes too long to answer.`;
  if (error instanceof MeilisearchTaskTimeOutError) return `Meilisearch is behind: task ${error.cause.taskUid} is not done after ${error.cause.timeout} ms.`;
  if (error instanceof MeilisearchRequestError) return `Meilisearch at ${url} can't be reached${reasonOf(error.cause)}.`;
  return `Meilisearch at ${url} answers something else than Meilisearch does: ${error instanceof Error ? error.message : String(error)}`;
}

/** Whether asking again at once is no use: such errors open the breaker. A query that it refuses is another thing. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  if (!(error instanceof MeilisearchApiError)) return !(error instanceof BrokenCircuitError) && !(error instanceof MeilisearchTaskTimeOutError);
  const { status } = error.response;
  return status >= 500 || status === 401 || status === 403 || status === 408 || status === 429 || codeOf(error) === "index_not_found";
}

export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}

function explainAnswer(error: MeilisearchApiError, { url, index }: Place): string {
  const code = codeOf(error);
  if (code === "invalid_api_key" || code === "missing_authorization_header") {
    return `Meilisearch at ${url} refuses the key (${code}). MEILI_API_KEY must be one that may search and write the indexes ${index} and ${index}_next.`;
  }
  if (code === "index_not_found") return missingIndex(index);
  if (code === null) return `Meilisearch at ${url} answered with status ${error.response.status}.`;
  return `Meilisearch refused: ${error.message} (${code})`;
}

export function missingIndex(index: string): string {
  return `Meilisearch has no index "${index}". It is made by: cartwright search rebuild`;
}

function reasonOf(cause: unknown): string {
  for (let each = cause; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return ` (${each.code})`;
    if (each.name === "MeilisearchRequestTimeOutError") return ` (${each.message})`;
  }
  return "";
}
