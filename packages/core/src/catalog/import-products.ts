import { categories, inTransaction, isUniqueViolation } from "@cartwright/db";
import { requirePermission, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { parseImports, type ParsedImport } from "./parse-import.ts";
import type { ImportProductsInput } from "./schemas.ts";
import type { ImportReportView } from "./views.ts";
import { writeImports } from "./write-imports.ts";

/**
 * A batch of products of a file, each by itself: one that is wrong is reported and keeps none of the others back.
 * What a product says replaces what was there; saying the same again changes nothing. Its stock is an opening
 * balance. A dry run does all of it and undoes it. Errors: `access.*`; stock needs `stock.adjust` as well.
 */
export async function importProducts(ctx: Context, input: ImportProductsInput): Promise<ImportReportView> {
  requirePermission(ctx, "catalog.write");
  const parsed = parseImports(input.products, ctx.shop.currency);
  const report = input.isDryRun ? await dryRun(ctx, parsed) : await write(ctx, parsed);
  if (!input.isDryRun && report.results.some(({ outcome }) => outcome === "created" || outcome === "updated")) forgetCatalog(ctx);
  return report;
}

/** Two imports at once may both make a category that was missing: who comes second begins again and finds it. */
async function write(ctx: Context, parsed: readonly ParsedImport[], attemptsLeft = 3): Promise<ImportReportView> {
  try {
    return await inTransaction(ctx, (ctx) => writeImports(ctx, parsed));
  } catch (error) {
    if (attemptsLeft <= 1 || !isUniqueViolation(error, categories.slug)) throw error;
    return write(ctx, parsed, attemptsLeft - 1);
  }
}

async function dryRun(ctx: Context, parsed: readonly ParsedImport[]): Promise<ImportReportView> {
  const undone = new Error("a dry run is undone");
  let report: ImportReportView = { results: [] };
  try {
    await inTransaction(ctx, async (ctx) => {
      report = await writeImports(ctx, parsed);
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  return report;
}
