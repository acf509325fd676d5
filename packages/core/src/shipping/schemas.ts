import { z } from "zod";
import { CountryCodes } from "../kernel/countries.ts";

/** What a method is known by at the checkout and at the command line; it never changes. */
export const ShippingMethodCode = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, such as standard.");
const Name = z.string().trim().min(1, "Give the name that shoppers see.").max(100);
const Description = z.string().trim().max(500);
/** Minor units of the shop's currency. */
const Amount = z.int("Give the amount in whole minor units: 490 is 4.90.").min(0, "A price is 0 at least.").max(1_000_000_000_000);
/** The value of the goods from which sending is free. */
const FreeOver = Amount.min(1, "Free from 0 on is a price of 0.");
/** Lower stands first. */
const Position = z.int().min(0).max(10_000);

export const CreateShippingMethodInput = z.object({
  code: ShippingMethodCode,
  name: Name,
  description: Description.default(""),
  priceMinor: Amount,
  freeOverMinor: FreeOver.nullish(),
  /** Empty: everywhere the shop sells. */
  countries: CountryCodes.default([]),
  /** Without one it stands last. */
  position: Position.optional(),
});
export type CreateShippingMethodInput = z.infer<typeof CreateShippingMethodInput>;

/** Changes what is given. */
export const UpdateShippingMethodInput = z.object({
  code: ShippingMethodCode,
  name: Name.optional(),
  description: Description.optional(),
  priceMinor: Amount.optional(),
  /** Null: never free. */
  freeOverMinor: FreeOver.nullish(),
  countries: CountryCodes.optional(),
  position: Position.optional(),
});
export type UpdateShippingMethodInput = z.infer<typeof UpdateShippingMethodInput>;

export const ArchiveShippingMethodInput = z.object({ code: ShippingMethodCode });
export type ArchiveShippingMethodInput = z.infer<typeof ArchiveShippingMethodInput>;
