import { categories, inTransaction, isUniqueViolation } from "@cartwright/db";
import { onceByKey, requirePermission, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { isRefusedRow } from "./import-job.ts";
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
  const work = (ctx: Context) => write(ctx, parsed, input.isDryRun);
  const report = input.isDryRun ? await work(ctx) : await onceByKey(ctx, { procedure: "catalog.importProducts", body: input }, work);
  if (!input.isDryRun && report.results.some(({ outcome }) => outcome === "created" || outcome === "updated")) forgetCatalog(ctx);
  return report;
}

const mostAttempts = 4;

/**
 * At once at first, and carefully when the database refuses a row of it. Two imports at once may both make a category
 * that was missing: who comes second begins again and finds it.
 */
async function write(ctx: Context, parsed: readonly ParsedImport[], isDryRun: boolean, attempt = 1): Promise<ImportReportView> {
  const isCareful = attempt > 1;
  try {
    return await (isDryRun ? undone : inTransaction)(ctx, (ctx) => writeImports(ctx, parsed, { isCareful }));
  } catch (error) {
    const isWorthAnother = isCareful ? isUniqueViolation(error, categories.slug) : isRefusedRow(error);
    if (attempt === mostAttempts || !isWorthAnother) throw error;
    return write(ctx, parsed, isDryRun, attempt + 1);
  }
}

/** A dry run: all of it is done, reported and undone. */
async function undone(ctx: Context, work: (ctx: Context) => Promise<ImportReportView>): Promise<ImportReportView> {
  const undo = new Error("a dry run is undone");
  let report: ImportReportView = { results: [] };
  try {
    await inTransaction(ctx, async (ctx) => {
      report = await work(ctx);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return report;
}
