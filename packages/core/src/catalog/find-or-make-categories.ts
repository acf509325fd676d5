import { categories, insertMany } from "@cartwright/db";
import { newId, type Context } from "../kernel/index.ts";
import { loadCategoryTree } from "./category-tree.ts";
import { lockCategoryTree } from "./listings.ts";
import { slugOf } from "./slug-of.ts";

/** A category on the way down a path: one that is there, or one that is to be made. */
interface Step {
  id: string;
  slug: string;
  childCount: number;
}

/**
 * Ids of categories by their path of names from the root (`pathKey`); what is missing is made. A name may be spelled
 * in capitals or not. Call it inside a transaction.
 */
export async function findOrMakeCategories(ctx: Context, paths: Iterable<readonly string[]>): Promise<Map<string, string>> {
  const wanted = new Map([...paths].map((path) => [pathKey(path), path]));
  if (wanted.size === 0) return new Map();
  await lockCategoryTree(ctx);
  const tree = await loadCategoryTree(ctx);
  const steps = new Map<string, Step>([["", { id: "", slug: "", childCount: tree.roots.length }]]);
  const slugs = new Set(tree.bySlug.keys());
  const childKey = (parentId: string, name: string) => `${parentId}/${slugOf(name)}`;
  for (const node of tree.byId.values()) {
    const step = { id: node.id, slug: node.slug, childCount: node.children.length };
    steps.set(childKey(node.parent?.id ?? "", node.name), step);
  }
  const now = ctx.clock.now();
  const rows: (typeof categories.$inferInsert)[] = [];
  const root = steps.get("")!;
  const idOf = (path: readonly string[]) => {
    let parent = root;
    for (const name of path) {
      const key = childKey(parent.id, name);
      let step = steps.get(key);
      if (!step) {
        step = { id: newId("cat"), slug: freeSlug(slugs, parent.slug, slugOf(name)), childCount: 0 };
        steps.set(key, step);
        rows.push({
          id: step.id,
          parentId: parent.id || null,
          slug: step.slug,
          name,
          description: "",
          position: parent.childCount++,
          createdAt: now,
          updatedAt: now,
        });
      }
      parent = step;
    }
    return parent.id;
  };
  const ids = new Map([...wanted].map(([key, path]) => [key, idOf(path)]));
  await insertMany(ctx.db, categories, rows);
  return ids;
}

export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** `shirts`, or `men-shirts` when another category has that, or `men-shirts-2` … */
function freeSlug(taken: Set<string>, parent: string, own: string): string {
  const long = parent === "" ? own : `${parent}-${own}`.slice(0, 94).replace(/-+$/, "");
  let slug = own;
  for (let n = 1; taken.has(slug); n++) slug = n === 1 ? long : `${long.slice(0, 94)}-${n}`;
  taken.add(slug);
  return slug;
}
