import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, as, createCustomer, makeContext, type TestContext } from "../testing/index.ts";
import { getProfile, updatePreferences, updateProfile } from "./index.ts";
import { UpdatePreferencesInput } from "./schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

describe("a profile", () => {
  it("changes what is given and keeps the rest", async () => {
    const { accountId, customer, email } = await createCustomer(system);
    await updateProfile(customer, { name: "Robin H." });
    await updatePreferences(customer, { wantsNewsletter: true, language: "de" });
    const after = await updatePreferences(customer, { currency: "CHF", language: null });
    const createdAt = system.clock.now().toISOString();
    expect(after).toEqual({ id: accountId, email, name: "Robin H.", isEmailVerified: true, hasPassword: true, wantsNewsletter: true, language: null, currency: "CHF", createdAt });
    expect(await getProfile(customer)).toEqual(after);
    expect(await updatePreferences(customer, {})).toEqual(after);
  });

  it("takes languages and currencies that there are", () => {
    const problems = (given: object) => UpdatePreferencesInput.safeParse(given).error?.issues.map(({ path }) => path.join("."));
    expect(problems({ language: "de-CH", currency: "chf" })).toBeUndefined();
    expect(problems({ language: "German!", currency: "XXQ" })).toEqual(["language", "currency"]);
  });

  it("is for those who are signed in", async () => {
    const guest = as(system, aGuest());
    for (const act of [() => getProfile(guest), () => updateProfile(guest, { name: "X" }), () => updatePreferences(guest, { wantsNewsletter: true })]) {
      await expect(act()).rejects.toMatchObject({ reason: "access.sign_in_required" });
    }
  });
});
