import { z } from "zod";
import { countryRules } from "../kernel/countries.ts";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("Give an e-mail address, such as name@example.com."));

export const SignInInput = z.object({ email: Email, password: z.string().min(1, "Give your password.").max(200) });
export type SignInInput = z.infer<typeof SignInInput>;

export const CreateAccountInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(200),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
});
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

export { countryRules };

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);

/** A postal address, checked by the rules of its country. */
export const Address = z
  .object({
    name: z.string().trim().min(1, "Who should it go to?").max(200),
    company: optional(200),
    line1: z.string().trim().min(1, "Give street and house number.").max(200),
    line2: optional(200),
    postcode: optional(20),
    city: z.string().trim().min(1, "Give the town or city.").max(100),
    region: optional(100),
    country: z.string().trim().toUpperCase().length(2, "Choose a country."),
    phone: optional(40).refine((phone) => !phone || /^[+()\d\s./-]{5,}$/.test(phone), "Use digits, spaces and a leading +."),
  })
  .superRefine((address, check) => {
    const rule = countryRules[address.country];
    if (!rule) {
      check.addIssue({ code: "custom", path: ["country"], message: "We can't send there." });
      return;
    }
    if (rule.postcode && !address.postcode) {
      check.addIssue({ code: "custom", path: ["postcode"], message: `Give the ${rule.postcode.label.toLowerCase()}, such as ${rule.postcode.example}.` });
    } else if (rule.postcode && address.postcode && !rule.postcode.pattern.test(address.postcode)) {
      check.addIssue({ code: "custom", path: ["postcode"], message: `That is not how ${rule.name} writes it: ${rule.postcode.example}.` });
    }
    if (rule.region?.isRequired && !address.region) {
      check.addIssue({ code: "custom", path: ["region"], message: `Give the ${rule.region.label.toLowerCase()}.` });
    }
  });
export type Address = z.infer<typeof Address>;
export type AddressDraft = z.input<typeof Address>;
