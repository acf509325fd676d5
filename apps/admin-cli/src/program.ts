import { Command, Option } from "commander";
import type { Cli } from "./cli.ts";
import { loginCommand } from "./commands/account/login.ts";
import { logoutCommand } from "./commands/account/logout.ts";
import { whoamiCommand } from "./commands/account/whoami.ts";
import { auditCommand } from "./commands/audit/index.ts";
import { categoriesCommand } from "./commands/categories/index.ts";
import { couponsCommand } from "./commands/coupons/index.ts";
import { customersCommand } from "./commands/customers/index.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { eventsCommand } from "./commands/events/index.ts";
import { mailCommand } from "./commands/mail/index.ts";
import { ordersCommand } from "./commands/orders/index.ts";
import { productsCommand } from "./commands/products/index.ts";
import { returnsCommand } from "./commands/returns/index.ts";
import { searchCommand } from "./commands/search/index.ts";
import { shippingCommand } from "./commands/shipping/index.ts";
import { shopCommand } from "./commands/shop/index.ts";
import { staffCommand } from "./commands/staff/index.ts";
import { stockCommand } from "./commands/stock/index.ts";
import { taxCommand } from "./commands/tax/index.ts";
import { tokensCommand } from "./commands/tokens/index.ts";
import { defaultUrl } from "./env.ts";
import { cliVersion } from "./version.ts";

const groups = { start: "Start here:", shop: "The shop:", settings: "How it sells:", access: "Who may do what:" } as const;

/** The whole command line, as commander knows it. */
export function createProgram(cli: Cli): Command {
  const program = new Command("cartwright")
    .description("Run a Cartwright shop from the command line: its products, stock, orders and settings.")
    .usage("<noun> <verb> [options]")
    .version(cliVersion, "-V, --version", "print the version")
    .helpOption("-h, --help", "show what a command does")
    .option("--url <url>", `the server to talk to (or CARTWRIGHT_URL; else ${defaultUrl})`)
    .option("--json", "print data as JSON")
    .option("--no-color", "print without colour (or NO_COLOR)")
    .addHelpText("after", afterHelp);
  program.addCommand(loginCommand(cli).helpGroup(groups.start));
  program.addCommand(doctorCommand(cli).helpGroup(groups.start));
  program.addCommand(whoamiCommand(cli).helpGroup(groups.start));
  program.addCommand(logoutCommand(cli).helpGroup(groups.start));
  program.addCommand(productsCommand(cli).helpGroup(groups.shop));
  program.addCommand(categoriesCommand(cli).helpGroup(groups.shop));
  program.addCommand(stockCommand(cli).helpGroup(groups.shop));
  program.addCommand(ordersCommand(cli).helpGroup(groups.shop));
  program.addCommand(customersCommand(cli).helpGroup(groups.shop));
  program.addCommand(returnsCommand(cli).helpGroup(groups.shop));
  program.addCommand(searchCommand(cli).helpGroup(groups.shop));
  program.addCommand(eventsCommand(cli).helpGroup(groups.shop));
  program.addCommand(shopCommand(cli).helpGroup(groups.settings));
  program.addCommand(couponsCommand(cli).helpGroup(groups.settings));
  program.addCommand(shippingCommand(cli).helpGroup(groups.settings));
  program.addCommand(taxCommand(cli).helpGroup(groups.settings));
  program.addCommand(mailCommand(cli).helpGroup(groups.settings));
  program.addCommand(staffCommand(cli).helpGroup(groups.access));
  program.addCommand(tokensCommand(cli).helpGroup(groups.access));
  program.addCommand(auditCommand(cli).helpGroup(groups.access));
  eachCommand(program, (command) => setManners(command, cli));
  eachCommand(program, takeKey);
  return program;
}

const afterHelp = `
Examples:
  $ cartwright login
  $ cartwright products list --search shirt
  $ cartwright products import catalogue.csv --dry-run
  $ cartwright orders list --status confirmed
  $ cartwright orders ship 1001 --carrier DHL --tracking 00340434

Data goes to stdout, everything else to stderr. On a terminal data is a table; piped it is
tab-separated without headings; with --json it is JSON.

Whatever changes something is sent under an idempotency key and repeated after a network failure. A script gives its
own with --idempotency-key <key>: the same command under the same key has one effect.

Exit codes: 0 done, 1 failed, 2 typed wrong, 3 not found, 4 not signed in or not allowed, 5 conflict.

Variables: CARTWRIGHT_URL, CARTWRIGHT_TOKEN (an API token, instead of login), NO_COLOR.`;

/** Every verb takes a key: where it matters most its own help says so. */
function takeKey(command: Command): void {
  if (command.commands.length > 0 || command.options.some(({ long }) => long === "--idempotency-key")) return;
  command.addOption(new Option("--idempotency-key <key>", "repeat an earlier call without a second effect").hideHelp());
}

function setManners(command: Command, { stdout, stderr }: Cli): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, "").replace(/^./, (first) => first.toUpperCase())),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    })
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError();
  if (command.parent) command.helpCommand(false);
}

function eachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const below of command.commands) eachCommand(below, visit);
}
