import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";

type Token = Outputs["tokens"]["list"]["items"][number];

interface Options extends PageOptions {
  everybody?: boolean;
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("your API tokens, newest first")
    .option("--everybody", "those of all staff")
    .action(async ({ everybody, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.tokens.list.query({ ...page, everybody }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columnsOf(out), items: page.items, empty: "No tokens. Make one with: cartwright tokens create" });
      sayMore(out, page, "tokens");
    });
  return addExamples(addPageOptions(command), ["tokens list", "tokens list --everybody --all --json"]);
}

const columnsOf = (out: Output): readonly Column<Token>[] => [
  { heading: "Token", text: ({ prefix }) => prefix },
  { heading: "Name", text: ({ name }) => name, isFlexible: true },
  { heading: "Whose", text: ({ owner }) => owner, isFlexible: true },
  { heading: "State", text: ({ status }) => status, paint: (text, { status }, { dim, green }) => (status === "active" ? green(text) : dim(text)) },
  { heading: "Expires", text: ({ expiresAt }) => (expiresAt ? out.time(expiresAt) : "") },
  { heading: "Last used", text: ({ usedAt }) => (usedAt ? out.time(usedAt) : "never") },
  { heading: "May", text: ({ scopes }) => scopes.join(", "), isFlexible: true },
];
