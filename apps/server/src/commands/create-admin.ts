import { createAccount } from "@cartwright/core/accounts";
import { CreateAccountInput } from "@cartwright/core/accounts/schemas";
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { systemContext } from "../context.ts";
import { readEnv } from "../env.ts";
import { migrationsFolder } from "../locate.ts";
import { openShop } from "../open-shop.ts";
import { runMain } from "../run-main.ts";

const usage = `Makes the first admin of a shop, on the server's own machine.

  npm run -s create-admin -- --email you@shop.example --name "Your Name"

The password is made up and shown once, or taken from the first line of standard input with --password-stdin.
The database is the one that DATABASE_URL or DATA_DIR names.`;

await runMain(async () => {
  const { values } = readArguments();
  if (values.help || !values.email) {
    console.log(usage);
    process.exit(values.help ? 0 : 2);
  }
  const password = values["password-stdin"] ? await firstLine() : randomBytes(12).toString("base64url");
  const input = CreateAccountInput.safeParse({ email: values.email, name: values.name ?? values.email, password });
  if (!input.success) {
    console.error(input.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"));
    process.exit(2);
  }
  const parts = await openShop(readEnv(process.env), { migrationsFolder: migrationsFolder() });
  const account = await createAccount(await systemContext(parts, "create-admin"), { ...input.data, role: "admin" });
  await parts.database.close();
  console.error(`${account.email} is an admin of this shop now.`);
  if (!values["password-stdin"]) {
    console.error("Its password, shown this once:");
    console.log(password);
  }
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        email: { type: "string" },
        name: { type: "string" },
        "password-stdin": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}

async function firstLine(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text.split(/\r?\n/)[0] ?? "";
}
