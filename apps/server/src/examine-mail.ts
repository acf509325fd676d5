import type { Mailer } from "@cartwright/core/notifications";
import { setTimeout as pause } from "node:timers/promises";

const patienceMilliseconds = 5_000;

/** How mail is sent, and what is wrong with that. A mail server that does not answer is not waited for. */
export async function examineMail(mailer: Mailer): Promise<{ kind: Mailer["kind"]; from: string; problem: string | null }> {
  const over = new AbortController();
  const late = pause(patienceMilliseconds, "The mail server does not answer in time.", { signal: over.signal });
  const problem = await Promise.race([mailer.findProblem(), late]);
  over.abort();
  return { kind: mailer.kind, from: mailer.from.address, problem };
}
