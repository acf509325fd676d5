import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { pinsCommand } from "./pins/index.ts";
import { rebuildCommand } from "./rebuild.ts";
import { redirectsCommand } from "./redirects/index.ts";
import { reportCommand } from "./report.ts";
import { statusCommand } from "./status.ts";
import { stopWordsCommand } from "./stop-words/index.ts";
import { synonymsCommand } from "./synonyms/index.ts";
import { tryCommand } from "./try.ts";
import { verifyCommand } from "./verify.ts";

export function searchCommand(cli: Cli): Command {
  return addVerbs(new Command("search").description("see what shoppers find and look for, and steer it"), [
    tryCommand(cli),
    reportCommand(cli),
    synonymsCommand(cli),
    stopWordsCommand(cli),
    pinsCommand(cli),
    redirectsCommand(cli),
    statusCommand(cli),
    verifyCommand(cli),
    rebuildCommand(cli),
  ]);
}
