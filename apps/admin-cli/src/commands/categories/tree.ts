import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import { oneLine } from "../../output/style.ts";

type Node = Outputs["catalog"]["listCategories"][number];

export function treeCommand(cli: Cli): Command {
  const command = new Command("tree")
    .description("the categories with how many active products are in and below each")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const roots = await api.catalog.listCategories.query();
      if (out.isJson) return out.json(roots);
      if (roots.length === 0) return out.say("There are no categories yet.");
      if (out.isTerminal) {
        for (const root of roots) {
          out.line(label(root, out.style));
          for (const line of drawBelow(root, "", out.style)) out.line(line);
        }
      } else {
        for (const line of roots.flatMap((root) => listPaths(root, []))) out.line(line);
      }
    });
  return addExamples(command, ["categories tree", "categories tree | cut -f1", "categories tree --json"], [
    "Piped, a line is slug, number of products and path (Kitchen > Cookware), separated by tabs.",
  ]);
}

interface Paints {
  dim: (text: string) => string;
}

function drawBelow(node: Node, indent: string, style: Paints): string[] {
  return node.children.flatMap((child, at) => {
    const isLast = at === node.children.length - 1;
    const line = indent + style.dim(isLast ? "└── " : "├── ") + label(child, style);
    return [line, ...drawBelow(child, indent + (isLast ? "    " : style.dim("│   ")), style)];
  });
}

function label({ name, slug, productCount }: Node, { dim }: Paints): string {
  return `${oneLine(name)} ${dim(`${slug} · ${productCount}`)}`;
}

function listPaths(node: Node, above: readonly string[]): string[] {
  const path = [...above, oneLine(node.name)];
  return [[node.slug, node.productCount, path.join(" > ")].join("\t"), ...node.children.flatMap((child) => listPaths(child, path))];
}
