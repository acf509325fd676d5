import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { createApi } from "../../client.ts";
import { findCredential, forgetCredential } from "../../credentials.ts";
import { networkErrorIn } from "../../errors.ts";
import { addExamples } from "../../help.ts";

export function logoutCommand(cli: Cli): Command {
  const command = new Command("logout").description("end the session and forget it").action(async (_: object, command: Command) => {
    const { url, out, connection } = await openSession(cli, command);
    const credential = await findCredential(cli.env, url);
    if (!credential) return out.say(`You were not signed in at ${url}.`);
    await forgetCredential(cli.env, url);
    try {
      await createApi({ ...connection, token: credential.token }).accounts.signOut.mutate();
      out.say(`Signed out at ${url}.`);
    } catch (error) {
      const network = networkErrorIn(error);
      if (!network) throw error;
      out.say(`Signed out on this machine. ${network.message} There the session runs until ${out.time(credential.expiresAt)}.`);
    }
  });
  return addExamples(command, ["logout", "logout --url https://shop.example"]);
}
