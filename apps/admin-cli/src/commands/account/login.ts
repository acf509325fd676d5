import { SignInInput } from "@cartwright/core/accounts/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { keepCredential } from "../../credentials.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { askLine, askPasswordOf } from "./ask.ts";
import { signInByDevice } from "./sign-in-by-device.ts";
import { signInByPassword } from "./sign-in-by-password.ts";

interface Options {
  email?: string;
  passwordStdin?: boolean;
  code?: string;
  device?: boolean;
}

type Session = Pick<Outputs["accounts"]["signIn"], "token" | "expiresAt" | "account">;

export function loginCommand(cli: Cli): Command {
  const command = new Command("login")
    .description("sign in; the session is kept in a file that only you can read")
    .option("--email <address>", "the account's e-mail address")
    .option("--password-stdin", "read the password from stdin instead of asking")
    .option("--code <code>", "the code of the second factor, instead of asking for it")
    .option("--device", "sign in by a browser: shows a code to type there, and no password is typed here")
    .action(async (options: Options, command: Command) => {
      if (options.device) refuseOthers(options);
      const session = await openSession(cli, command);
      const { url, out } = session;
      const opened: Session = options.device
        ? await signInByDevice(session)
        : await signInByPassword(session, checkInput(SignInInput, await readCredentials(cli, options)), options.code);
      const { account, expiresAt, token } = opened;
      await keepCredential(cli.env, url, { token, email: account.email, expiresAt });
      if (out.isJson) out.json({ url, expiresAt, account });
      else out.say(`Signed in at ${url} as ${account.name} (${account.role}).`);
      if (cli.env.token) out.warn("CARTWRIGHT_TOKEN is set and goes before this sign-in.");
      if (account.role === "customer") out.warn("This is a customer's account. Most commands need one of the shop's staff.");
      if (account.mustSetUpSecondFactor) out.warn(`This shop wants a second factor of its staff. Set yours up at ${url}/account first.`);
    });
  return addExamples(command, [
    "login",
    "login --device",
    "login --email admin@example.com",
    "login --email admin@example.com --password-stdin < password.txt",
    "login --email admin@example.com --password-stdin --code 123456 < password.txt",
    "login --url https://shop.example",
  ]);
}

async function readCredentials(cli: Cli, { email, passwordStdin }: Options): Promise<{ email: string; password: string }> {
  if (passwordStdin && email === undefined) throw new UsageError("--password-stdin needs --email as well.");
  const nobody = "Nobody is here to ask. Give --email and --password-stdin, or --device, or set CARTWRIGHT_TOKEN.";
  const address = email ?? (await askLine(cli, "E-mail address", nobody));
  return { email: address, password: await askPasswordOf(cli, passwordStdin, nobody) };
}

function refuseOthers({ email, passwordStdin, code }: Options): void {
  if (email !== undefined || passwordStdin || code !== undefined) throw new UsageError("--device asks in the browser: leave --email, --password-stdin and --code away.");
}
