import { expect, test } from "vitest";
import { categoryTree, type CategoryBranch } from "./category-tree.ts";

const category = (id: string, parentId: string | null, isChosen = false) => ({ id, slug: id, name: id, parentId, count: 1, isCapped: false, isChosen });
const show = (branches: CategoryBranch[]): unknown[] => branches.map(({ category: { id }, children, isOnPath }) => [id, isOnPath, show(children)]);

test("categories stand below their parents, and what is chosen unfolds", () => {
  const tree = categoryTree([category("bowls", "table", true), category("table", null), category("soup", "bowls"), category("linen", null), category("left", "not-here")]);
  expect(show(tree)).toEqual([
    ["table", true, [["bowls", true, [["soup", false, []]]]]],
    ["linen", false, []],
    ["left", false, []],
  ]);
});
