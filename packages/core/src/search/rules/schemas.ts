import { z } from "zod";

const QueryText = z.string().trim().min(1).max(100);
const Phrase = z.string().trim().min(1).max(60);
const Handle = z.string().trim().min(1).max(100);
/** The first page of results is as far as a fixed place makes sense. */
export const pinnedPlaces = 48;

export const AddSynonymsInput = z
  .object({
    /** Words or short phrases that mean the same; or, with `replacements`, those that find more. */
    terms: z.array(Phrase).min(1).max(20),
    /** What each of `terms` finds as well, and not the other way round. */
    replacements: z.array(Phrase).max(20).default([]),
  })
  .refine(({ terms, replacements }) => replacements.length > 0 || terms.length > 1, { path: ["terms"], message: "Give at least two words that mean the same." });
export type AddSynonymsInput = z.infer<typeof AddSynonymsInput>;

export const RemoveSynonymsInput = z.object({ synonyms: z.string().trim().min(1).max(60) });
export type RemoveSynonymsInput = z.infer<typeof RemoveSynonymsInput>;

export const StopWordInput = z.object({ word: z.string().trim().min(1).max(40) });
export type StopWordInput = z.infer<typeof StopWordInput>;

/** A product by id or slug. */
const Pin = { query: QueryText, product: Handle };
export const PinProductInput = z.object({
  ...Pin,
  /** The place among all results, from 0. */
  position: z.int().min(0).max(pinnedPlaces - 1),
});
export type PinProductInput = z.infer<typeof PinProductInput>;
export const HideProductInput = z.object(Pin);
export type HideProductInput = z.infer<typeof HideProductInput>;
export const UnpinProductInput = z.object(Pin);
export type UnpinProductInput = z.infer<typeof UnpinProductInput>;

const longestUrl = 2_000;

/** A page of the shop, `/help/returns`, or an address elsewhere that begins with http:// or https://. Nothing else is ever opened. */
export const RedirectUrl = z
  .string()
  .trim()
  .max(longestUrl)
  .refine((url) => !/[\s\\\p{Cc}]/u.test(url), "An address has no spaces and no backslashes.")
  .refine((url) => isShopPath(url) || isWebAddress(url), "Give a page of the shop, such as /help/returns, or an address that begins with https://.");

function isShopPath(url: string): boolean {
  return url.startsWith("/") && !url.startsWith("//");
}

/** Without a name and password in it: those would lead people to take another host for the one they read. */
function isWebAddress(url: string): boolean {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return false;
  const { protocol, username, password, hostname } = new URL(url);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" && hostname !== "";
}

export const SetRedirectInput = z.object({ query: QueryText, url: RedirectUrl });
export type SetRedirectInput = z.infer<typeof SetRedirectInput>;
export const RemoveRedirectInput = z.object({ query: QueryText });
export type RemoveRedirectInput = z.infer<typeof RemoveRedirectInput>;
