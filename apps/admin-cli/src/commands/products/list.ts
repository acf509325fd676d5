import { ListProductsForStaffInput } from "@cartwright/core/catalog/schemas";
import { formatMoney } from "@cartwright/core/kernel/money";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { paintStatus, type Product } from "./product.ts";

type ProductRow = Outputs["catalog"]["listProductsForStaff"]["items"][number];

interface Options extends PageOptions {
  status?: Product["status"];
  search?: string;
  category?: string;
}

const columns = (out: Output): readonly Column<ProductRow>[] => [
  { heading: "Slug", text: ({ slug }) => slug, isFlexible: true },
  { heading: "Title", text: ({ title }) => title, isFlexible: true },
  { heading: "Status", text: ({ status }) => status, paint: paintStatus },
  { heading: "Brand", text: ({ brand }) => brand ?? "", isFlexible: true },
  { heading: "From", text: ({ priceFrom }) => (priceFrom ? formatMoney(priceFrom) : ""), isRight: true },
  { heading: "Variants", text: ({ variantCount }) => variantCount, isRight: true },
  {
    heading: "Available",
    text: ({ available }) => available,
    isRight: true,
    paint: (text, { available }, { red }) => (available === 0 ? red(text) : text),
  },
  { heading: "Changed", text: ({ updatedAt }) => out.time(updatedAt) },
];

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("products of any status")
    .addOption(new Option("--status <status>", "only these").choices(ListProductsForStaffInput.shape.status.unwrap().options))
    .option("--search <text>", "a part of title, slug or SKU")
    .option("--category <slug>", "only what is in a category or below it")
    .action(async ({ status, search, category, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const filters = { status, text: search, category };
      const page = await readPages((page) => api.catalog.listProductsForStaff.query({ ...page, ...filters }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columns(out), items: page.items, empty: "No products." });
      sayMore(out, page, "products");
    });
  return addExamples(addPageOptions(command), [
    "products list",
    "products list --status draft --search shirt",
    "products list --category cookware --all | cut -f1",
    "products list --limit 100 --json",
  ]);
}
