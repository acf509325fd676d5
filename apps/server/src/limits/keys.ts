import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { ServerContext } from "../context.ts";
import type { CountedBy } from "./table.ts";

type Asker = Pick<ServerContext, "core" | "account" | "address">;

/** Under what a try is counted; null when there is nothing to tell by. */
export function keyOf(by: CountedBy, asker: Asker, input: unknown): string | null {
  if (by === "address") return addressKey(asker);
  if (by === "email") return emailOf(input);
  if (by === "account") return asker.account?.id ?? null;
  return asker.account?.id ?? asker.core.actor.cartToken;
}

/** Who has one address of version 6 has 2^64 of them. A request without an address is one of all those without. */
export function addressKey({ address }: Pick<Asker, "address">): string {
  const given = address() ?? "unknown";
  return isIPv6(given) ? networkOf(given) : given;
}

/** The address that is signed in with, as accounts are kept under it. */
export function emailOf(input: unknown): string | null {
  const email = typeof input === "object" && input !== null && "email" in input ? input.email : null;
  return typeof email === "string" ? email.trim().toLowerCase().slice(0, 300) : null;
}

/** What is stored of a key: neither an address nor a person can be read from it, and it has one length. */
export function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 32);
}

function networkOf(address: string): string {
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Math.max(8 - before.length - after.length, 0) : 0;
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
