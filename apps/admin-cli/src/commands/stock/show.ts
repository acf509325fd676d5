import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { findOneVariant } from "../../variants.ts";
import { handleHelp, printLevels } from "./levels.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("what is on hand, reserved and available, by location")
    .argument("<variant>", handleHelp)
    .action(async (handle: string, _: object, command: Command) => {
      const session = await openSession(cli, command);
      const variant = await findOneVariant(session, handle);
      printLevels(session.out, variant, await session.api.inventory.getLevels.query({ variantId: variant.id }));
    });
  return addExamples(command, ["stock show SHIRT-M-BLUE", "stock show 4006381333931 --json"]);
}
