import { GetCustomerInput } from "@cartwright/core/identity/schemas";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";

export type Customer = Outputs["customers"]["get"];

export const customerHelp = "the e-mail address, of a guest's order too, or the id";

/** As it was typed, checked before anything is asked of the server. */
export function readCustomer(customer: string): { customer: string } {
  return checkInput(GetCustomerInput, { customer });
}

/** In a few words: `Jo Miller <jo@example.com>, 3 orders`. */
export function describeCustomer({ id, name, email, orders }: Customer): string {
  const who = name === "" ? email : `${name} <${email}>`;
  return `${id === null ? "the guest " : ""}${who}, ${orders} ${orders === 1 ? "order" : "orders"}`;
}
