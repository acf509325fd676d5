import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { goTo } from "./buy.ts";
import { linkIn, mailTo } from "./mails.ts";

export interface Person {
  email: string;
  password: string;
}

export function somebody(): Person {
  return { email: `${randomUUID().slice(0, 8)}@example.com`, password: "kettle lark meadow" };
}

/** A change at the shop, without a browser. */
export async function change<Answer>(shopUrl: string, procedure: string, input: unknown): Promise<Answer> {
  const response = await fetch(`${shopUrl}/api/trpc/${procedure}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
  const { result, error } = (await response.json()) as { result?: { data: Answer }; error?: { message: string } };
  if (!result) throw new Error(`${procedure}: ${error?.message}`);
  return result.data;
}

/** Somebody with an account whose address is confirmed. */
export async function makeCustomer(shopUrl: string): Promise<Person> {
  const person = somebody();
  await change(shopUrl, "accounts.signUp", { ...person, name: "Ida Rhys" });
  const [, token] = linkIn(await mailTo(shopUrl, person.email, "verify-address")).split("#");
  await change(shopUrl, "accounts.verifyEmail", { token, password: person.password });
  return person;
}

/** Fills the form; whether it ends in a session is the test's business. */
export async function giveCredentials(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await goTo(page, "/sign-in");
  await giveCredentials(page, person);
  await page.getByRole("heading", { name: "Good to see you, Ida." }).waitFor();
}
