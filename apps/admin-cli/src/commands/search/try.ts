import { formatMoney } from "@cartwright/core/kernel/money";
import { SearchProductsInput, searchSorts, type SearchSort } from "@cartwright/core/search/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCount } from "../../options.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";

type Result = Outputs["search"]["products"];
type Hit = Result["hits"][number] & { place: number };

interface Options {
  limit: number;
  page: number;
  category?: string;
  inStock?: boolean;
  sort: SearchSort;
}

export function tryCommand(cli: Cli): Command {
  const command = new Command("try")
    .description("what shoppers find for a text; it is not counted as a search")
    .argument("<text...>", "as a shopper would type it")
    .option("-n, --limit <count>", "how many, at most 48", parseCount, 10)
    .option("--page <number>", "which page of so many", parseCount, 1)
    .option("--category <slug>", "only there and below")
    .option("--in-stock", "only what can be sent")
    .addOption(new Option("--sort <order>", "in this order").choices(searchSorts).default("relevance"))
    .action(async (words: string[], { limit, page, category, inStock, sort }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const result = await api.search.products.query(checkInput(SearchProductsInput, { text: words.join(" "), perPage: limit, page, category, inStock, sort }));
      if (out.isJson) return out.json(result);
      out.list({ columns, items: result.hits.map((hit, i) => ({ ...hit, place: (page - 1) * limit + i + 1 })), empty: "Nothing is found." });
      sayMore(out, result);
    });
  return addExamples(command, ["search try blue mug", 'search try "espreso machine" --limit 3', "search try mug --category kitchen --json"]);
}

const columns: readonly Column<Hit>[] = [
  { heading: "#", text: ({ place }) => place, isRight: true },
  { heading: "Product", text: ({ title }) => title, isFlexible: true },
  { heading: "Slug", text: ({ slug }) => slug, isFlexible: true },
  { heading: "Brand", text: ({ brand }) => brand?.name ?? "", isFlexible: true },
  { heading: "From", text: ({ priceFrom }) => (priceFrom ? formatMoney(priceFrom) : ""), isRight: true },
];

function sayMore(out: Output, { total, isTotalCapped, didYouMean, isPartial, redirect, engine }: Result): void {
  if (redirect !== null) out.say(`Shoppers are led to ${redirect} instead.`);
  if (didYouMean !== null) out.say(`Did you mean: ${didYouMean}`);
  if (isPartial) out.say("No product has all of the words: these have most of them.");
  out.say(`${total.toLocaleString("en")}${isTotalCapped ? "+" : ""} products, found by ${engine}.`);
}
