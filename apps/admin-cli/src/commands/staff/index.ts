import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { grantCommand } from "./grant.ts";
import { inviteCommand } from "./invite.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";
import { resetSecondFactorCommand } from "./reset-second-factor.ts";
import { revokeCommand } from "./revoke.ts";
import { signOutCommand } from "./sign-out.ts";

export function staffCommand(cli: Cli): Command {
  return addVerbs(new Command("staff").description("who works for the shop, and what they may do"), [
    listCommand(cli),
    inviteCommand(cli),
    grantCommand(cli),
    revokeCommand(cli),
    removeCommand(cli),
    resetSecondFactorCommand(cli),
    signOutCommand(cli),
  ]);
}
