import { Command } from "commander";
import { openSession, type Cli, type Session } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { startProgress } from "../../output/progress.ts";

type Part = Outputs["search"]["verify"];

interface Difference {
  product: string;
  what: "missing" | "stale" | "extra";
}

interface Verified {
  engine: string;
  checked: number;
  repaired: number;
  differences: Difference[];
}

const partSize = 500;
const timeoutMs = 120_000;

export function verifyCommand(cli: Cli): Command {
  const command = new Command("verify")
    .description("hold the index against the database and name what differs; exit 1 when something does and is not repaired")
    .option("--repair", "put right what differs")
    .action(async ({ repair = false }: { repair?: boolean }, command: Command) => {
      const session = await openSession(cli, command, { timeoutMs });
      print(session, await verifyAll(session, repair), repair);
    });
  return addExamples(command, ["search verify", "search verify --repair", "search verify --json | jq '.differences | length'"], [
    "missing: not in the index. stale: other in it than in the database. extra: in it and no longer for sale.",
  ]);
}

async function verifyAll({ cli, api }: Session, repair: boolean): Promise<Verified> {
  const progress = startProgress(cli.stderr, "Checking", null);
  const verified: Verified = { engine: "", checked: 0, repaired: 0, differences: [] };
  try {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const part: Part = await api.search.verify.mutate({ repair, cursor, limit: partSize });
      verified.engine = part.engine;
      verified.checked += part.checked;
      verified.repaired += part.repaired;
      for (const what of ["missing", "stale", "extra"] as const) verified.differences.push(...part[what].map((product) => ({ product, what })));
      cursor = part.nextCursor;
      progress.update(verified.checked, `${verified.checked.toLocaleString("en")} products`);
    }
  } finally {
    progress.stop();
  }
  return verified;
}

function print({ out }: Session, verified: Verified, repair: boolean): void {
  const { engine, checked, repaired, differences } = verified;
  if (out.isJson) out.json(verified);
  else if (differences.length > 0) {
    out.list({
      columns: [
        { heading: "Product", text: ({ product }) => product },
        { heading: "What", text: ({ what }) => what },
      ],
      items: differences,
      empty: "",
    });
  }
  const products = `${checked.toLocaleString("en")} products checked in ${engine}`;
  if (differences.length === 0) return out.say(`${products}: the index is what the database says.`);
  const differ = `${products}, ${differences.length.toLocaleString("en")} differ`;
  if (!repair) throw new CliError(`${differ}. Put them right with: cartwright search verify --repair`, exitCodes.failed);
  out.say(`${differ}; ${repaired.toLocaleString("en")} were put right.`);
}
