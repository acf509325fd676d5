import { inTransaction, isCheckViolation, isForeignKeyViolation, isUniqueViolation } from "@cartwright/db";
import { DomainError, type Context } from "../kernel/index.ts";
import { asTaken } from "./check-skus.ts";
import { rowOfField } from "./parse-import.ts";
import type { Problem } from "./problems.ts";
import type { ProductContent, StoredProduct } from "./product-content.ts";
import type { ImportProduct } from "./schemas.ts";
import type { ImportReportView } from "./views.ts";

export type ImportResult = ImportReportView["results"][number];

/** A product of a batch on its way into the shop. */
export interface ImportJob {
  draft: ImportProduct;
  result: ImportResult;
  stored: StoredProduct | undefined;
}

/** A job with what its product comes to. */
export interface ReadyJob extends ImportJob {
  content: ProductContent;
}

/** A job whose product is in the shop now; variants in the order of the draft's. */
export interface DoneJob extends ImportJob {
  id: string;
  variantIds: string[];
}

export function fail({ draft, result }: ImportJob, problems: readonly Problem[]): void {
  result.outcome = "failed";
  result.changes = [];
  result.errors.push(...problems.map((problem) => ({ row: rowOfField(draft, problem.field), ...problem })));
}

/** Writes one product in a savepoint of its own. Null when the product is refused, which its result then says. */
export async function attempt<T>(ctx: Context, job: ReadyJob, write: (ctx: Context) => Promise<T>): Promise<T | null> {
  try {
    return await inTransaction(ctx, write);
  } catch (error) {
    if (!isOfOneProduct(error)) throw error;
    const { slug, variants } = job.content;
    const reason = asTaken(error, { slug, skus: variants.flatMap((variant) => variant.sku ?? []) });
    const isRefusal = reason instanceof DomainError;
    const field = isRefusal && typeof reason.details.field === "string" ? reason.details.field : "slug";
    fail(job, [{ field, message: isRefusal ? reason.message : "This product could not be stored as it is." }]);
    return null;
  }
}

/** Whether an error says something of what was written, and nothing of the connection or the database as a whole. */
export function isOfOneProduct(error: unknown): boolean {
  return error instanceof DomainError || isRefusedRow(error);
}

export function isRefusedRow(error: unknown): boolean {
  return isUniqueViolation(error) || isForeignKeyViolation(error) || isCheckViolation(error);
}
