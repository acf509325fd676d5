import type { Db } from "@cartwright/db";
import { defaultShopSettings, newToken, permissions, type Actor, type Context, type Ports, type ShopSettings } from "../kernel/index.ts";
import { embeddedEngine } from "../search/index.ts";
import { memoryMailer } from "./memory-mailer.ts";
import { memoryMediaStore } from "./memory-media-store.ts";
import { plainSecretBox } from "./plain-secret-box.ts";
import { paperGateway, scriptedGateway } from "./scripted-gateway.ts";

/** A clock that stands still until it is moved. */
export class TestClock {
  #now = new Date("2026-03-01T12:00:00.000Z");

  now(): Date {
    return this.#now;
  }

  advanceMinutes(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

export interface TestContext extends Context {
  clock: TestClock;
}

/** A context for the system itself; `as` gives the same world to another actor. */
export function makeContext(db: Db, given: { shop?: Partial<ShopSettings>; ports?: Partial<Ports> } = {}): TestContext {
  return {
    db,
    actor: { kind: "system", id: "test", permissions: [], cartToken: null },
    clock: new TestClock(),
    ports: { media: memoryMediaStore(), mailer: memoryMailer(), secretBox: plainSecretBox, search: { main: embeddedEngine }, gateways: { test_card: scriptedGateway(), bank_transfer: paperGateway(), cash_on_delivery: scriptedGateway({ status: "pending" }) }, ...given.ports },
    shop: { ...defaultShopSettings, bankAccount: "The shop, DE00 0000", ...given.shop },
    requestId: null,
  };
}

export function as<C extends Context>(ctx: C, actor: Actor): C {
  return { ...ctx, actor };
}

/** Somebody with a cart cookie and nothing else. */
export function aGuest(): Actor {
  return { kind: "anonymous", id: null, permissions: [], cartToken: newToken() };
}

export function aCustomer(accountId: string): Actor {
  return { kind: "customer", id: accountId, permissions: [], cartToken: newToken() };
}

export function anAdmin(): Actor {
  return { kind: "staff", id: "acc_admin", permissions, cartToken: null };
}

/** Everybody who must be refused what only staff may do. */
export const outsiders: [name: string, actor: () => Actor][] = [
  ["a guest", aGuest],
  ["a customer", () => aCustomer("acc_somebody")],
  ["staff without the permission", () => ({ kind: "staff", id: "acc_staff", permissions: [], cartToken: null })],
];
