import type { Mailer } from "@cartwright/core/notifications";
import { settings } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { ServerParts } from "./context.ts";
import type { ServerEnv } from "./env.ts";

/** What the terminal says once the shop is open: where to look, and what to try first. */
export async function banner(env: ServerEnv, { database, ports, shop }: ServerParts, port: number): Promise<string> {
  const { name } = await shop();
  const address = env.publicUrl ?? `http://localhost:${port}`;
  const lines = [`${name} is open at ${address}`, `  database  ${database.dialect}, ${database.url}`, `  mail      ${mailLine(ports.mailer, address)}`];
  if (env.isProduction && !address.startsWith("https:")) lines.push("  safety    PUBLIC_URL IS NOT HTTPS: whoever is on the way can read passwords and cookies. Put TLS in front, and name it there.");
  const [demo] = env.isProduction ? [] : await database.db.select().from(settings).where(eq(settings.key, "demo_shop"));
  if (demo) {
    lines.push(
      "  customer  robin@larkfield.example / larkfield-robin",
      "  admin     admin@larkfield.example / larkfield-admin",
      "  coupons   WELCOME10 (10%, once each), FIVER (5.00 off 50.00)",
      "Then, in another terminal:",
      "  npm run -s cartwright -- login --email admin@larkfield.example",
      "  npm run -s cartwright -- orders list",
    );
  } else {
    lines.push("  The first admin is made on this machine: npm run -s create-admin -- --email you@shop.example --name You");
  }
  return lines.join("\n");
}

function mailLine({ kind, from }: Mailer, address: string): string {
  if (kind === "smtp") return `by SMTP, from ${from.address}`;
  if (kind === "mailbox") return `kept at ${address}/dev/mail, nothing is sent`;
  return "NOT SENT: set SMTP_URL and MAIL_FROM. Nobody can confirm an account or choose a new password until then.";
}
