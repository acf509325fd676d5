import { DomainError } from "../kernel/index.ts";
import { accountReasons } from "./schemas.ts";

/** What is said to whoever is not let in, whatever the cause. */
export function wrongCredentials(): DomainError {
  const message = "E-mail address and password don't fit together, or the address was not confirmed yet.";
  return new DomainError("unauthenticated", accountReasons.wrongCredentials, message);
}
