import { z } from "zod";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("Give an e-mail address, such as name@example.com."));

export const SignInInput = z.object({ email: Email, password: z.string().min(1, "Give your password.").max(200) });
export type SignInInput = z.infer<typeof SignInInput>;

export const CreateAccountInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(200),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
});
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

interface CountryRule {
  name: string;
  /** The postcode as the country writes it; countries without one have none. */
  postcode?: { pattern: RegExp; example: string; label: string };
  region?: { label: string; isRequired: boolean };
}

// Postcode formats: Universal Postal Union, addressing guides of each country.
export const countryRules: Record<string, CountryRule> = {
  AT: { name: "Austria", postcode: { pattern: /^\d{4}$/, example: "1010", label: "Postcode" } },
  AU: { name: "Australia", postcode: { pattern: /^\d{4}$/, example: "2000", label: "Postcode" }, region: { label: "State", isRequired: true } },
  BE: { name: "Belgium", postcode: { pattern: /^[1-9]\d{3}$/, example: "1000", label: "Postcode" } },
  CA: { name: "Canada", postcode: { pattern: /^[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z] ?\d[A-CEGHJ-NPR-TV-Z]\d$/i, example: "K1A 0B1", label: "Postal code" }, region: { label: "Province", isRequired: true } },
  CH: { name: "Switzerland", postcode: { pattern: /^[1-9]\d{3}$/, example: "8001", label: "Postcode" } },
  CZ: { name: "Czechia", postcode: { pattern: /^\d{3} ?\d{2}$/, example: "110 00", label: "Postcode" } },
  DE: { name: "Germany", postcode: { pattern: /^\d{5}$/, example: "10115", label: "Postcode" } },
  DK: { name: "Denmark", postcode: { pattern: /^\d{4}$/, example: "1050", label: "Postcode" } },
  ES: { name: "Spain", postcode: { pattern: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/, example: "28013", label: "Postcode" }, region: { label: "Province", isRequired: false } },
  FI: { name: "Finland", postcode: { pattern: /^\d{5}$/, example: "00100", label: "Postcode" } },
  FR: { name: "France", postcode: { pattern: /^\d{5}$/, example: "75001", label: "Postcode" } },
  GB: { name: "United Kingdom", postcode: { pattern: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i, example: "SW1A 1AA", label: "Postcode" } },
  HK: { name: "Hong Kong" },
  IE: { name: "Ireland", postcode: { pattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i, example: "D02 AF30", label: "Eircode" } },
  IT: { name: "Italy", postcode: { pattern: /^\d{5}$/, example: "00118", label: "Postcode" }, region: { label: "Province", isRequired: false } },
  JP: { name: "Japan", postcode: { pattern: /^\d{3}-?\d{4}$/, example: "100-0001", label: "Postal code" }, region: { label: "Prefecture", isRequired: true } },
  LU: { name: "Luxembourg", postcode: { pattern: /^\d{4}$/, example: "1111", label: "Postcode" } },
  NL: { name: "Netherlands", postcode: { pattern: /^[1-9]\d{3} ?[A-Z]{2}$/i, example: "1012 AB", label: "Postcode" } },
  NO: { name: "Norway", postcode: { pattern: /^\d{4}$/, example: "0150", label: "Postcode" } },
  PL: { name: "Poland", postcode: { pattern: /^\d{2}-\d{3}$/, example: "00-001", label: "Postcode" } },
  PT: { name: "Portugal", postcode: { pattern: /^\d{4}-\d{3}$/, example: "1000-001", label: "Postcode" } },
  SE: { name: "Sweden", postcode: { pattern: /^\d{3} ?\d{2}$/, example: "111 22", label: "Postcode" } },
  US: { name: "United States", postcode: { pattern: /^\d{5}(-\d{4})?$/, example: "10001", label: "ZIP code" }, region: { label: "State", isRequired: true } },
};

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
