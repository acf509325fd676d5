import { accountAddresses } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, anAddress, as, createCustomer, makeContext, type TestContext } from "../../testing/index.ts";
import { createAddress, deleteAddress, listAddresses, updateAddress } from "../index.ts";
import { mostAddresses, type CreateAddressInput } from "../schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

const draft = (line1: string, given: Partial<CreateAddressInput> = {}): CreateAddressInput => ({ address: { ...anAddress, line1 }, isDefaultShipping: false, isDefaultBilling: false, ...given });
const newCustomer = async () => (await createCustomer(system)).customer;

describe("an address book", () => {
  it("keeps addresses in order, the first as the default for both", async () => {
    const customer = await newCustomer();
    const home = await createAddress(customer, draft("Home 1"));
    const work = await createAddress(customer, draft("Work 2"));
    expect(await listAddresses(customer)).toEqual([
      { id: home.id, address: { ...anAddress, line1: "Home 1" }, isDefaultShipping: true, isDefaultBilling: true },
      { id: work.id, address: { ...anAddress, line1: "Work 2" }, isDefaultShipping: false, isDefaultBilling: false },
    ]);
  });

  it("has at most one default of each kind, whoever asks at once", async () => {
    const customer = await newCustomer();
    const ids: string[] = [];
    for (const line of ["A 1", "B 2", "C 3"]) ids.push((await createAddress(customer, draft(line))).id);
    await Promise.all(ids.map((addressId) => updateAddress(customer, { addressId, isDefaultShipping: true })));
    await createAddress(customer, draft("D 4", { isDefaultBilling: true }));
    const listed = await listAddresses(customer);
    expect(listed.filter(({ isDefaultShipping }) => isDefaultShipping)).toHaveLength(1);
    expect(listed.filter(({ isDefaultBilling }) => isDefaultBilling)).toMatchObject([{ address: { line1: "D 4" } }]);
  });

  it("changes what is given and forgets what is deleted", async () => {
    const customer = await newCustomer();
    const { id: addressId } = await createAddress(customer, draft("Home 1"));
    expect(await updateAddress(customer, { addressId, address: { ...anAddress, line1: "Home 2" } })).toMatchObject({ address: { line1: "Home 2" }, isDefaultShipping: true });
    expect(await updateAddress(customer, { addressId, isDefaultBilling: false })).toMatchObject({ isDefaultShipping: true, isDefaultBilling: false });
    await deleteAddress(customer, { addressId });
    expect(await listAddresses(customer)).toEqual([]);
    await expect(deleteAddress(customer, { addressId })).rejects.toMatchObject({ reason: "address.not_found" });
  });

  it("takes an address once a key, and lets it go once a key", async () => {
    const customer = await newCustomer();
    const idempotencyKey = crypto.randomUUID();
    const [first, again] = await Promise.all([createAddress(customer, draft("Home 1", { idempotencyKey })), createAddress(customer, draft("Home 1", { idempotencyKey }))]);
    expect(again).toEqual(first);
    expect(await listAddresses(customer)).toHaveLength(1);
    const keyed = { ...customer, idempotencyKey: crypto.randomUUID() };
    for (const repeat of [1, 2]) expect(await deleteAddress(keyed, { addressId: first.id }), String(repeat)).toBeUndefined();
    await expect(deleteAddress(customer, { addressId: first.id })).rejects.toMatchObject({ reason: "address.not_found" });
  });

  it("is full at its limit", async () => {
    const customer = await newCustomer();
    for (let i = 0; i < mostAddresses; i += 1) await createAddress(customer, draft(`Street ${i}`));
    await expect(createAddress(customer, draft("One more"))).rejects.toMatchObject({ reason: "accounts.address_limit", details: { limit: mostAddresses } });
  });

  it("is nobody else's, and leaves the defaults of whoever tries", async () => {
    const owner = await newCustomer();
    const { id: addressId } = await createAddress(owner, draft("Home 1"));
    const other = await newCustomer();
    await createAddress(other, draft("Elsewhere 1"));
    for (const act of [() => updateAddress(other, { addressId, isDefaultShipping: true }), () => deleteAddress(other, { addressId })]) {
      await expect(act()).rejects.toMatchObject({ reason: "address.not_found" });
    }
    expect(await listAddresses(other)).toMatchObject([{ isDefaultShipping: true }]);
    for (const actor of [as(system, aGuest()), system]) {
      for (const act of [() => listAddresses(actor), () => createAddress(actor, draft("X 1")), () => updateAddress(actor, { addressId }), () => deleteAddress(actor, { addressId })]) {
        await expect(act()).rejects.toMatchObject({ reason: "access.sign_in_required" });
      }
    }
    expect(await database.db.$count(accountAddresses, and(eq(accountAddresses.id, addressId), eq(accountAddresses.accountId, owner.actor.id ?? "")))).toBe(1);
  });
});
