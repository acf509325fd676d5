import { SendTestMailInput } from "@cartwright/core/notifications/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";

export function testCommand(cli: Cli): Command {
  const command = new Command("test")
    .description("send a test mail")
    .argument("<address>", "where to, such as you@shop.example")
    .option("--idempotency-key <key>", "repeat an earlier call without a second mail")
    .action(async (address: string, _: object, command: Command) => {
      const { api, out, url } = await openSession(cli, command);
      const { to } = checkInput(SendTestMailInput, { to: address });
      const sent = await api.mail.test.mutate({ to });
      if (out.isJson) return out.json(sent);
      if (sent.by === "mailbox") return out.say(`No mail server is set up: the mail is in the development mailbox, ${url}/dev/mail`);
      out.say(`The mail server took a mail to ${sent.sentTo}. Whether it arrives is up to the mail servers on the way.`);
    });
  return addExamples(command, ["mail test you@shop.example", "mail test you@shop.example --json"]);
}
