import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Style } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

type Status = Outputs["search"]["status"];
type Engine = Status["engines"][number];

export function statusCommand(cli: Cli): Command {
  const command = new Command("status")
    .description("which engine answers, what it holds, how far it is behind, and its last error")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const status = await api.search.status.query();
      if (out.isJson) return out.json(status);
      out.list({ columns: engineColumns(out), items: status.engines, empty: "" });
      sayLag(out, status);
    });
  return addExamples(command, ["search status", "search status --json | jq '.lag.waiting'"]);
}

const engineColumns = (out: Output): readonly Column<Engine>[] => [
  { heading: "Engine", text: ({ name }) => name },
  { heading: "Role", text: ({ role }) => role },
  { heading: "State", text: stateText, paint: paintState },
  { heading: "Documents", text: ({ documents }) => documents, isRight: true },
  { heading: "Waiting", text: ({ pending }) => (pending > 0 ? pending : ""), isRight: true },
  { heading: "Index", text: ({ generation }) => generation, isRight: true },
  { heading: "Size", text: ({ sizeBytes }) => (sizeBytes === null ? "" : sizeText(sizeBytes)), isRight: true },
  { heading: "Rebuild", text: ({ rebuild }) => (rebuild ? `${rebuild.built} of ${rebuild.wanted}` : "") },
  { heading: "Changed", text: ({ updatedAt }) => (updatedAt ? out.time(updatedAt) : "") },
  { heading: "Error", text: ({ lastError }) => lastError ?? "", isFlexible: true },
];

function stateText({ state, isOutdated, breaker }: Engine): string {
  const isLeftAlone = breaker === "open" || breaker === "half_open";
  return [state, ...(isOutdated ? ["outdated"] : []), ...(isLeftAlone ? ["left alone"] : [])].join(", ");
}

function paintState(text: string, { state, isOutdated }: Engine, { green, red, yellow }: Style): string {
  if (isOutdated) return yellow(text);
  return { ready: green, building: yellow, empty: yellow, unreachable: red }[state](text);
}

function sayLag(out: Output, { engines, products, lag }: Status): void {
  const number = (count: number) => count.toLocaleString("en");
  out.say(`${number(products)} products belong into an index.`);
  if (lag.waiting > 0) out.say(`${number(lag.waiting)} changes are on their way, the oldest for ${lag.oldestSeconds ?? 0} s.`);
  if (lag.dead > 0) out.warn(`${number(lag.dead)} changes failed too often; see: cartwright events dead`);
  for (const { name, breaker, pending } of engines) {
    if (breaker === "open" || breaker === "half_open") out.warn(`${name} is out of reach: the fallback answers until it is back.`);
    if (pending > 0) out.say(`${number(pending)} products are still to be brought into ${name}.`);
  }
}

function sizeText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = bytes === 0 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1_000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}
