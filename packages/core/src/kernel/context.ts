import type { Db } from "@cartwright/db";
import type { Clock } from "./clock.ts";
import { DomainError } from "./errors.ts";
import type { Permission } from "./permissions.ts";
import type { ShopSettings } from "./settings.ts";

/** Who is asking. Everybody may shop, so a cart token can come with any of them. */
export interface Actor {
  kind: "anonymous" | "customer" | "staff" | "system";
  /** The account, or the name of the part of the system. */
  id: string | null;
  permissions: readonly Permission[];
  /** The word in the cart cookie; not yet a cart until something is put in. */
  cartToken: string | null;
}

/** The outside world as core sees it. Each feature that needs a port adds it here. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging in the features
export interface Ports {}

/** What every verb is given first. Inside `inTransaction`, `db` is the transaction. */
export interface Context {
  db: Db;
  actor: Actor;
  clock: Clock;
  ports: Ports;
  shop: ShopSettings;
  requestId: string | null;
  /** The network address the request came from; looked at when something is written down. */
  address?: () => string | null;
  /** The key that came beside the input, for verbs whose input brings none (see onceByKey). */
  idempotencyKey?: string | null;
}

/** How an actor is written in events, movements and the audit log. */
export function actorName(actor: Actor): string {
  return actor.id ? `${actor.kind}:${actor.id}` : actor.kind;
}

/** The system itself, for sweepers, seeds and commands on the server's machine: it may do everything. */
export function systemActor(name: string): Actor {
  return { kind: "system", id: name, permissions: [], cartToken: null };
}

/** Errors: `access.sign_in_required`, `access.not_allowed`. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (hasPermission(ctx.actor, permission)) return;
  if (ctx.actor.kind === "anonymous") {
    throw new DomainError("unauthenticated", "access.sign_in_required", "Sign in to do this.", { permission });
  }
  throw new DomainError("forbidden", "access.not_allowed", `This needs the permission ${permission}.`, { permission });
}

export function hasPermission(actor: Actor, permission: Permission): boolean {
  return actor.kind === "system" || actor.permissions.includes(permission);
}
