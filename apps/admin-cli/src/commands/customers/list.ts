import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";

type CustomerRow = Outputs["customers"]["list"]["items"][number];

interface Options extends PageOptions {
  search?: string;
}

const columns = (out: Output): readonly Column<CustomerRow>[] => [
  { heading: "Customer", text: ({ id }) => id },
  { heading: "E-mail", text: ({ email }) => email, isFlexible: true },
  { heading: "Name", text: ({ name }) => name, isFlexible: true },
  { heading: "Confirmed", text: ({ isEmailVerified }) => (isEmailVerified ? "yes" : "no"), paint: (text, { isEmailVerified }, { yellow }) => (isEmailVerified ? text : yellow(text)) },
  { heading: "Orders", text: ({ orders }) => orders, isRight: true },
  { heading: "Since", text: ({ createdAt }) => out.time(createdAt) },
];

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("customers with an account, newest first")
    .option("--search <text>", "a part of the name or the e-mail address")
    .action(async ({ search, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.customers.list.query({ ...page, text: search }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columns(out), items: page.items, empty: "No customers." });
      sayMore(out, page, "customers");
    });
  return addExamples(addPageOptions(command), ["customers list", "customers list --search miller", "customers list --all --json"]);
}
