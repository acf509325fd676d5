import { formatMoney } from "@cartwright/core/kernel/money";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import { customerHelp, readCustomer, type Customer } from "./customer.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("one customer with the last orders")
    .argument("<customer>", customerHelp)
    .action(async (customer: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.customers.get.query(readCustomer(customer));
      if (out.isJson) out.json(found);
      else printCustomer(out, found);
    });
  return addExamples(command, ["customers show jo@example.com", "customers show jo@example.com --json"]);
}

function printCustomer(out: Output, found: Customer): void {
  out.record([
    ["customer", found.id ?? "a guest"],
    ["name", found.name],
    ["email", found.email],
    ["confirmed", found.isEmailVerified ? "yes" : "no"],
    ["newsletter", found.wantsNewsletter ? "yes" : "no"],
    ["language", found.language],
    ["currency", found.currency],
    ["addresses", found.addresses],
    ["signed in", found.sessions],
    ["orders", found.orders],
    ["not over", found.openOrders.join(", ")],
    ["since", found.createdAt && out.time(found.createdAt)],
  ]);
  out.line("");
  out.list({
    columns: [
      { heading: "Order", text: ({ number }) => number },
      { heading: "Status", text: ({ status }) => status },
      { heading: "Total", text: ({ total }) => formatMoney(total), isRight: true },
      { heading: "Placed", text: ({ placedAt }) => out.time(placedAt) },
    ],
    items: found.lastOrders,
    empty: "No orders.",
  });
}
