import { ApiError } from "./api-error.ts";

export interface StandInKey {
  key: string;
  actions: string[];
  indexes: string[];
}

/** The key has to allow the action, on the index. The master key allows everything; without one nothing is asked. */
export function requireKey({ masterKey, keys }: { masterKey: string | null; keys: readonly StandInKey[] }, header: string | undefined, { action, indexUid }: { action: string | null; indexUid: string | null }): void {
  if (masterKey === null || action === null) return;
  if (!header) throw new ApiError("missing_authorization_header", "The Authorization header is missing. It must use the bearer authorization method.");
  const given = header.replace(/^Bearer /, "");
  if (given === masterKey) return;
  const key = keys.find((each) => each.key === given);
  const isAllowed = key?.actions.some((each) => each === "*" || each === action || each === `${action.split(".")[0]}.*`) && (indexUid === null || key.indexes.some((each) => matches(each, indexUid)));
  if (!isAllowed) throw new ApiError("invalid_api_key", "The provided API key is invalid.");
}

function matches(pattern: string, uid: string): boolean {
  return pattern.endsWith("*") ? uid.startsWith(pattern.slice(0, -1)) : pattern === uid;
}
