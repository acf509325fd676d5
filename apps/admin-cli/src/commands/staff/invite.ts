import { invitationPath, InviteStaffInput } from "@cartwright/core/accounts/schemas";
import type { Permission } from "@cartwright/core/kernel/permissions";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCodes } from "../../options.ts";
import { permissionsHelp, printStaff } from "./staff.ts";

interface Options {
  name: string;
  permissions?: string[];
  admin?: boolean;
  showLink?: boolean;
  dryRun?: boolean;
}

export function inviteCommand(cli: Cli): Command {
  const command = new Command("invite")
    .description("make somebody one of the staff: they are mailed a link to choose a password")
    .argument("<email>", "their e-mail address")
    .requiredOption("--name <name>", "their name")
    .option("--permissions <words>", "what they may do, such as orders.read,orders.refund; without it what staff may as a rule", parseCodes)
    .option("--admin", "they may do everything")
    .option("--show-link", "print the link instead of mailing it: whoever has it can choose the password")
    .option("--dry-run", "show what would be sent")
    .action(async (email: string, { name, permissions, admin = false, showLink = false, dryRun }: Options, command: Command) => {
      if (admin && permissions) throw new UsageError("An admin may do everything: give --admin or --permissions.");
      const { api, out, url } = await openSession(cli, command);
      // The schema refuses what is no permission.
      const input = checkInput(InviteStaffInput, { email, name, permissions: permissions as Permission[] | undefined, isAdmin: admin, showLink });
      if (dryRun) return out.json(input);
      const { invitation, ...staff } = await api.staff.invite.mutate(input);
      const link = invitation === null ? null : `${url}${invitationPath}#${invitation}`;
      if (out.isJson) return out.json({ ...staff, link });
      printStaff(out, staff);
      if (link) {
        out.say("Give them this link; it is shown this once and good for a week:");
        out.line(link);
      } else out.say(staff.isInvited ? `An invitation is on its way to ${staff.email}.` : `${staff.email} had an account and signs in as before.`);
    });
  return addExamples(
    command,
    [
      'staff invite kim@shop.example --name "Kim Lee"',
      'staff invite kim@shop.example --name "Kim Lee" --permissions orders.read,orders.write',
      'staff invite kim@shop.example --name "Kim Lee" --admin --show-link',
    ],
    [permissionsHelp],
  );
}
