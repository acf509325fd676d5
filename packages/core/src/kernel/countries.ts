import { z } from "zod";

interface CountryRule {
  name: string;
  /** The postcode as the country writes it; countries without one have none. */
  postcode?: { pattern: RegExp; example: string; label: string };
  region?: { label: string; isRequired: boolean };
}

// Postcode formats: Universal Postal Union, addressing guides of each country.
/** How addresses are written in the countries that a shop can send to, by ISO 3166-1 alpha-2. */
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

/** One of these countries, in capitals. */
export const CountryCode = z
  .string()
  .trim()
  .max(20)
  .toUpperCase()
  .refine((code) => Object.hasOwn(countryRules, code), "Give a country that the shop knows by its two letters, such as DE.");

/** Several of them, each once. */
export const CountryCodes = z.array(CountryCode).max(300).overwrite((codes) => [...new Set(codes)]);
