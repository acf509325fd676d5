import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { addCartLine, getCart } from "../cart/index.ts";
import { aCustomer, aGuest, as, createSellable, expectPromises, makeContext } from "../testing/index.ts";
import { signInShopper } from "./index.ts";

const database = useDatabase();
const password = "long enough to keep";

describe("signInShopper", () => {
  const newcomer = async () => {
    const system = makeContext(database.db);
    const email = `${crypto.randomUUID()}@example.com`;
    const account = await createAccount(system, { email, name: "Robin", password, role: "customer" });
    const customer = as(system, aCustomer(account.id));
    return { system, email, customer, guest: as(system, { ...aGuest(), cartToken: customer.actor.cartToken }) };
  };

  it("brings the cart along and tells what that changed, to one of two tabs", async () => {
    const { system, email, customer, guest } = await newcomer();
    const { variantId } = await createSellable(system, { title: "Mug", stock: 4 });
    await addCartLine(customer, { variantId, quantity: 2 });
    await addCartLine(guest, { variantId, quantity: 3 });
    const tabs = await Promise.all([signInShopper(guest, { email, password }), signInShopper(guest, { email, password })]);
    expect(tabs.flatMap((session) => session.cartNotices)).toMatchObject([{ kind: "capped", title: "Mug", wanted: 5, quantity: 4, by: "available" }]);
    expect(new Set(tabs.map((session) => session.token)).size).toBe(2);
    expect(await getCart(customer)).toMatchObject({ quantity: 4 });
    await expectPromises(system);
  });

  it("has nothing to say without a cart, and leaves the cart alone when the password is wrong", async () => {
    const { system, email, guest } = await newcomer();
    expect(await signInShopper(as(system, { ...aGuest(), cartToken: null }), { email, password })).toMatchObject({ cartNotices: [] });
    const { variantId } = await createSellable(system);
    await addCartLine(guest, { variantId, quantity: 1 });
    await expect(signInShopper(guest, { email, password: "not this one" })).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    expect(await getCart(guest)).toMatchObject({ quantity: 1 });
  });
});
