import { accounts } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, anAdmin, as, makeContext, type TestContext } from "../testing/index.ts";
import { createAccount } from "./index.ts";
import { Address } from "./schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

const newAccount = () => {
  const email = `${crypto.randomUUID()}@example.com`;
  return createAccount(system, { email, name: "Robin", password: "correct horse", role: "admin" });
};

describe("createAccount", () => {
  it("refuses an address that is taken, whatever its case", async () => {
    const { email } = await newAccount();
    const again = createAccount(system, { email: email.toUpperCase(), name: "Other", password: "long enough", role: "customer" });
    await expect(again).rejects.toMatchObject({ reason: "accounts.email_taken", details: { field: "email" } });
  });

  it("refuses everybody but the system", async () => {
    const draft = { email: "new@example.com", name: "New", password: "long enough", role: "admin" as const };
    for (const actor of [aGuest(), anAdmin()]) await expect(createAccount(as(system, actor), draft)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keeps no password", async () => {
    const { id } = await newAccount();
    const [row] = await database.db.select().from(accounts).where(eq(accounts.id, id));
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("Address", () => {
  const address = { name: "Robin", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };
  const problems = (given: object) => Address.safeParse({ ...address, ...given }).error?.issues.map((issue) => issue.path.join("."));

  it("checks the postcode as its country writes it", () => {
    expect(problems({})).toBeUndefined();
    expect(problems({ postcode: "1011" })).toEqual(["postcode"]);
    expect(problems({ country: "GB", postcode: "SW1A 1AA" })).toBeUndefined();
    expect(problems({ country: "GB", postcode: "10115" })).toEqual(["postcode"]);
    expect(problems({ country: "PL", postcode: "00001" })).toEqual(["postcode"]);
    expect(problems({ country: "HK", postcode: "" })).toBeUndefined();
  });

  it("asks for a state where letters need one, and names every field that is wrong", () => {
    expect(problems({ country: "US", postcode: "10001" })).toEqual(["region"]);
    expect(problems({ country: "us", postcode: "10001", region: "NY" })).toBeUndefined();
    expect(problems({ name: " ", line1: "", city: "" })).toEqual(["name", "line1", "city"]);
    expect(problems({ country: "XX" })).toEqual(["country"]);
  });
});
