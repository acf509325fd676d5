import { z } from "zod";
import { CountryCode, CountryCodes } from "../kernel/countries.ts";

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** ISO 4217, in capitals. */
export const CurrencyCode = z
  .string()
  .trim()
  .max(20)
  .toUpperCase()
  .refine((code) => currencies.has(code), "Give a currency by its three letters, such as EUR.");

/** Changes what is given. */
export const UpdateShopInput = z.object({
  name: z.string().trim().min(1, "Give the shop a name.").max(100).optional(),
  tagline: z.string().trim().max(200).optional(),
  /** Only while nothing has a price in the old one. */
  currency: CurrencyCode.optional(),
  /** Where the shop is at home and addresses start from; it is one of `countries`. */
  country: CountryCode.optional(),
  /** Where the shop sends to. */
  countries: CountryCodes.min(1, "A shop sends to one country at least.").optional(),
  pricesIncludeTax: z.boolean().optional(),
  /** Of one thing in one cart. */
  maxLineQuantity: z.int("Give a whole number.").min(1, "Let shoppers buy at least 1.").max(9_999, "A line holds 9,999 at most.").optional(),
  /** How long stock is held for who is paying. */
  holdMinutes: z.int("Give whole minutes.").min(1, "Hold for a minute at least.").max(1_440, "Hold for a day (1,440 minutes) at most.").optional(),
  /** Where transfers go, as buyers are shown it; while it is empty they are not offered. */
  bankAccount: z.string().trim().max(300).optional(),
  /** Where it is required, staff without one may only set it up. */
  staffSecondFactor: z.enum(["optional", "required"], "Give optional or required.").optional(),
});
export type UpdateShopInput = z.infer<typeof UpdateShopInput>;

/** Reasons the shop's settings refuse with. */
export const shopReasons = {
  currencyInUse: "shop.currency_in_use",
  homeNotServed: "shop.home_not_served",
} as const;
