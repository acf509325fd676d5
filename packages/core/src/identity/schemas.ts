import { z } from "zod";
import { Email } from "../accounts/schemas.ts";
import { IdempotencyKey } from "../inventory/schemas.ts";
import { PageInput } from "../kernel/page.ts";
import { OrderHandle } from "../orders/schemas.ts";

export const ReorderInput = z.object({ order: OrderHandle, idempotencyKey: IdempotencyKey.optional() });
export type ReorderInput = z.infer<typeof ReorderInput>;

/** A customer by id or e-mail address. */
export const CustomerHandle = z.union([z.string().trim().regex(/^acc_[0-9a-z]{1,40}$/), Email], "Give the customer's e-mail address or id.");

export const ListCustomersInput = PageInput.extend({
  /** A part of the name or the e-mail address. */
  text: z.string().trim().max(200).optional(),
});
export type ListCustomersInput = z.infer<typeof ListCustomersInput>;

export const GetCustomerInput = z.object({ customer: CustomerHandle });
export type GetCustomerInput = z.infer<typeof GetCustomerInput>;

export const EraseCustomerInput = z.object({ customer: CustomerHandle, idempotencyKey: IdempotencyKey.optional() });
export type EraseCustomerInput = z.infer<typeof EraseCustomerInput>;
