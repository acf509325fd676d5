import { inTransaction, lockRow, products } from "@cartwright/db";
import { asc, inArray } from "drizzle-orm";
import { recordAudit, type Context } from "../kernel/index.ts";
import { findSkuOwners } from "./check-skus.ts";
import { compareProduct } from "./compare-product.ts";
import { findStoredImports } from "./find-stored-imports.ts";
import { importContent } from "./import-content.ts";
import { attempt, fail, isOfOneProduct, type DoneJob, type ImportJob, type ImportResult, type ReadyJob } from "./import-job.ts";
import { makeReferences, type ImportReferences } from "./import-references.ts";
import { importWarnings } from "./import-warnings.ts";
import { insertProducts } from "./insert-products.ts";
import { loadStoredProducts } from "./load-stored-products.ts";
import { openStock } from "./open-stock.ts";
import type { ParsedImport } from "./parse-import.ts";
import type { Problem } from "./problems.ts";
import { replaceProduct } from "./replace-product.ts";
import { tellProductsChanged } from "./tell-changes.ts";
import type { ImportReportView } from "./views.ts";

/**
 * Writes a batch inside the running transaction and says what became of each product. Not careful, it writes the new
 * ones without a savepoint, which would cost a fifth of the whole, and throws what the database refuses.
 */
export async function writeImports(ctx: Context, parsed: readonly ParsedImport[], { isCareful }: { isCareful: boolean }): Promise<ImportReportView> {
  const { jobs, results } = await planJobs(ctx, parsed);
  const references = await makeReferences(ctx, jobs.map((job) => job.draft));
  const ready = jobs.flatMap((job) => getReady(ctx, job, references) ?? []);
  const isNew = (job: ReadyJob) => job.stored === undefined;
  const done = [
    ...(await insertNew(ctx, ready.filter(isNew), isCareful)),
    ...(await replaceChanged(ctx, ready.filter((job) => !isNew(job)), references)),
  ];
  const opened = await openStock(ctx, done);
  for (const { result, variantIds } of done) {
    if (result.outcome === "created" || !variantIds.some((id) => opened.has(id))) continue;
    result.outcome = "updated";
    result.changes.push("stock");
  }
  await auditImport(ctx, done);
  return { results };
}

async function planJobs(ctx: Context, parsed: readonly ParsedImport[]): Promise<{ jobs: ImportJob[]; results: ImportResult[] }> {
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  const stored = await findStoredImports(ctx, drafts);
  const owners = await findSkuOwners(ctx, new Set(drafts.flatMap((draft) => draft.variants.flatMap((variant) => variant.sku || []))));
  const jobs: ImportJob[] = [];
  const results = parsed.map(({ row, slug, draft, errors }): ImportResult => {
    const result: ImportResult = { row, slug, outcome: "failed", changes: [], errors: errors ?? [], warnings: [] };
    if (!draft) return result;
    const job = { draft, result, stored: stored.get(draft.slug) };
    result.warnings = importWarnings(draft);
    const problems = claimSkus(job, owners);
    if (problems.length > 0) fail(job, problems);
    else jobs.push(job);
    return result;
  });
  return { jobs, results };
}

/** A SKU belongs to the product that has it in the shop, else to the first of the batch that names it. */
function claimSkus({ draft, stored }: ImportJob, owners: Map<string, { productId: string; slug: string }>): Problem[] {
  const productId = stored?.id ?? "";
  const problems = draft.variants.flatMap(({ sku }, i) => {
    const owner = sku ? owners.get(sku) : undefined;
    if (!owner || (owner.productId === productId && owner.slug === draft.slug)) return [];
    return [{ field: `variants.${i}.sku`, message: `The SKU "${sku}" belongs to the product "${owner.slug}".` }];
  });
  if (problems.length > 0) return problems;
  for (const { sku } of draft.variants) if (sku) owners.set(sku, { productId, slug: draft.slug });
  return [];
}

function getReady(ctx: Context, job: ImportJob, references: ImportReferences): ReadyJob | null {
  const { content, problems } = importContent(ctx, job.draft, { references, stored: job.stored });
  if (problems.length === 0) return { ...job, content };
  fail(job, problems);
  return null;
}

async function insertNew(ctx: Context, jobs: ReadyJob[], isCareful: boolean): Promise<DoneJob[]> {
  if (jobs.length === 0) return [];
  const done = await (isCareful ? insertCarefully(ctx, jobs) : insert(ctx, jobs));
  for (const job of done) job.result.outcome = "created";
  return done;
}

/** All at once; when the database refuses that, one by one, so that only the one to blame stays out. */
function insertCarefully(ctx: Context, jobs: ReadyJob[]): Promise<DoneJob[]> {
  return inTransaction(ctx, (ctx) => insert(ctx, jobs)).catch((error: unknown) => {
    if (!isOfOneProduct(error)) throw error;
    return insertOneByOne(ctx, jobs);
  });
}

async function insertOneByOne(ctx: Context, jobs: ReadyJob[]): Promise<DoneJob[]> {
  const done: DoneJob[] = [];
  for (const job of jobs) done.push(...((await attempt(ctx, job, (ctx) => insert(ctx, [job]))) ?? []));
  return done;
}

async function insert(ctx: Context, jobs: ReadyJob[]): Promise<DoneJob[]> {
  const made = await insertProducts(ctx, jobs.map((job) => job.content));
  return jobs.flatMap((job, i) => (made[i] ? [{ ...job, ...made[i] }] : []));
}

/** Stored products that differ are locked and looked at once more before they are written. */
async function replaceChanged(ctx: Context, jobs: ReadyJob[], references: ImportReferences): Promise<DoneJob[]> {
  const done: DoneJob[] = [];
  const changed: { job: ReadyJob; id: string }[] = [];
  for (const job of jobs) {
    const { stored, content } = job;
    if (!stored) continue;
    if (stored.archivedAt === null && compareProduct(stored, content).length > 0) {
      changed.push({ job, id: stored.id });
    } else {
      job.result.outcome = "unchanged";
      if (stored.archivedAt === null) done.push({ ...job, id: stored.id, variantIds: content.variants.map((variant) => variant.id ?? "") });
    }
  }
  if (changed.length === 0) return done;
  const ids = changed.map(({ id }) => id);
  await lockRow(ctx.db.select({ id: products.id }).from(products).where(inArray(products.id, ids)).orderBy(asc(products.id)));
  const stored = await loadStoredProducts(ctx, ids);
  for (const { job, id } of changed) {
    const replaced = await replaceOne(ctx, { ...job, stored: stored.get(id) }, references);
    if (replaced) done.push(replaced);
  }
  return done;
}

async function replaceOne(ctx: Context, job: ImportJob & ReadyJob, references: ImportReferences): Promise<DoneJob | null> {
  const { stored, draft, result } = job;
  if (!stored || stored.archivedAt !== null) {
    fail(job, [{ field: "slug", message: "This product was archived just now." }]);
    return null;
  }
  const { content } = importContent(ctx, draft, { references, stored });
  const changes = compareProduct(stored, content);
  result.changes = changes;
  result.outcome = "updated";
  return attempt(ctx, { ...job, content }, async (ctx) => ({
    ...job,
    id: stored.id,
    variantIds: await replaceProduct(ctx, stored, { content, changes }),
  }));
}

async function auditImport(ctx: Context, done: readonly DoneJob[]): Promise<void> {
  const idsOf = (outcome: ImportResult["outcome"]) => done.filter((job) => job.result.outcome === outcome).map((job) => job.id);
  const after = { created: idsOf("created"), updated: idsOf("updated") };
  if (after.created.length + after.updated.length === 0) return;
  await tellProductsChanged(ctx, [...after.created, ...after.updated]);
  await recordAudit(ctx, { action: "product.import", subject: "products", after });
}
