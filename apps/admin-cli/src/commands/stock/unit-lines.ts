import type { Session } from "../../cli.ts";
import { UsageError } from "../../errors.ts";
import { findEachVariant, variantName, type VariantRef } from "../../variants.ts";

/** A variant by what the person called it, and a number of units. */
export interface NamedUnits {
  handle: string;
  units: number;
  /** Where it was written, such as `line 3 of counts.csv`. */
  where: string;
}

export interface VariantUnits {
  variant: VariantRef;
  units: number;
}

/** `SHIRT-M-BLUE=2`. */
export function readNamedUnits(text: string): NamedUnits {
  const [, handle = "", units = ""] = /^(.+)=(\d{1,8})$/.exec(text) ?? [];
  if (handle === "") throw new UsageError(`${text}: write it like SHIRT-M-BLUE=2.`);
  return { handle, units: Number(units), where: text };
}

/** The variants behind the names, each of which may be there once only: who meant to add up would not be told. */
export async function resolveUnits(session: Session, named: readonly NamedUnits[]): Promise<VariantUnits[]> {
  const variants = await findEachVariant(session, named.map(({ handle }) => handle));
  const seen = new Map<string, string>();
  return named.map(({ units, where }, at) => {
    const variant = variants[at];
    if (!variant) throw new Error("each handle has its variant");
    const before = seen.get(variant.id);
    if (before !== undefined) throw new UsageError(`${variantName(variant)} is there twice: ${before} and ${where}.`);
    seen.set(variant.id, where);
    return { variant, units };
  });
}
