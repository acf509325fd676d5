import { SignInInput } from "@cartwright/core/accounts/schemas";
import { isCancel, password as askPassword, text as askText } from "@clack/prompts";
import { Command } from "commander";
import { isInteractive, openSession, type Cli } from "../../cli.ts";
import { keepCredential } from "../../credentials.ts";
import { checkInput, InterruptedError, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { readStdin } from "../../stdin.ts";

interface Options {
  email?: string;
  passwordStdin?: boolean;
}

export function loginCommand(cli: Cli): Command {
  const command = new Command("login")
    .description("sign in; the session is kept in a file that only you can read")
    .option("--email <address>", "the account's e-mail address")
    .option("--password-stdin", "read the password from stdin instead of asking")
    .action(async (options: Options, command: Command) => {
      const { api, url, out } = await openSession(cli, command);
      const input = checkInput(SignInInput, await readCredentials(cli, options));
      const session = await api.accounts.signIn.mutate(input);
      await keepCredential(cli.env, url, { token: session.token, email: session.account.email, expiresAt: session.expiresAt });
      if (out.isJson) out.json({ url, expiresAt: session.expiresAt, account: session.account });
      else out.say(`Signed in at ${url} as ${session.account.name} (${session.account.role}).`);
      if (cli.env.token) out.warn("CARTWRIGHT_TOKEN is set and goes before this sign-in.");
      if (session.account.role === "customer") out.warn("This is a customer's account. Most commands need one of the shop's staff.");
    });
  return addExamples(command, [
    "login",
    "login --email admin@example.com",
    "login --email admin@example.com --password-stdin < password.txt",
    "login --url https://shop.example",
  ]);
}

async function readCredentials(cli: Cli, { email, passwordStdin }: Options): Promise<{ email: string; password: string }> {
  if (passwordStdin) {
    if (email === undefined) throw new UsageError("--password-stdin needs --email as well.");
    return { email, password: (await readStdin(cli)).replace(/\r?\n$/, "") };
  }
  if (!isInteractive(cli)) throw new UsageError("Nobody is here to ask. Give --email and --password-stdin, or set CARTWRIGHT_TOKEN.");
  const streams = { input: cli.stdin, output: cli.stderr };
  return {
    email: email ?? answered(await askText({ ...streams, message: "E-mail address" })),
    password: answered(await askPassword({ ...streams, message: "Password" })),
  };
}

function answered(answer: string | symbol | undefined): string {
  if (isCancel(answer)) throw new InterruptedError("Stopped. You are not signed in.");
  return String(answer ?? "");
}
