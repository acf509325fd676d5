import { WatchLevelsInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli, type Session } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { follow, momentOf } from "../../live.ts";
import { findOneVariant, findVariantsById, variantName, type VariantRef } from "../../variants.ts";
import { handleHelp, paintAvailable, type Level } from "./levels.ts";

type LevelNews = Level & { updatedAt: string };
type Variants = Map<string, VariantRef>;

export function watchCommand(cli: Cli): Command {
  const command = new Command("watch")
    .description("a line for each change of stock, as it happens, until Ctrl-C")
    .argument("[variants...]", `${handleHelp}; without any, everything that changes`)
    .option("--location <code>", "only there")
    .action(async (handles: string[], { location }: { location?: string }, command: Command) => {
      const session = await openSession(cli, command);
      const variants: Variants = new Map();
      for (const handle of handles) {
        const variant = await findOneVariant(session, handle);
        variants.set(variant.id, variant);
      }
      const variantIds = variants.size > 0 ? [...variants.keys()] : undefined;
      checkInput(WatchLevelsInput, { variantIds, location });
      const told = new Map<string, Level>();
      await follow<LevelNews>(session, {
        subscribe: (lastEventId, handlers) => session.api.inventory.watchLevels.subscribe({ variantIds, location, lastEventId }, handlers),
        onNews: (levels) => printNews(session, levels, { variants, told }),
      });
    });
  return addExamples(command, [
    "stock watch",
    "stock watch SHIRT-M-BLUE MUG --location berlin",
    "stock watch --json | jq -c 'select(.available == 0)'",
  ]);
}

/** A stream that was broken and came back says some things twice: they are printed once. */
async function printNews(session: Session, levels: LevelNews[], { variants, told }: { variants: Variants; told: Map<string, Level> }): Promise<void> {
  const { out } = session;
  const unknown = levels.filter(({ variantId }) => !variants.has(variantId)).map(({ variantId }) => variantId);
  for (const [id, variant] of await findVariantsById(session, unknown)) variants.set(id, variant);
  for (const level of levels) {
    const key = `${level.variantId} ${level.location.id}`;
    const before = told.get(key);
    told.set(key, level);
    if (before && isSame(before, level)) continue;
    const variant = variants.get(level.variantId) ?? null;
    if (out.isJson) out.line(JSON.stringify({ ...level, variant }));
    else printLine(session, { level, before, variant });
  }
}

function printLine({ out }: Session, { level, before, variant }: { level: LevelNews; before: Level | undefined; variant: VariantRef | null }): void {
  const sku = variant?.sku ?? level.variantId;
  const at = momentOf(out, level.updatedAt);
  const { onHand, reserved, available, location } = level;
  if (!out.isTerminal) return out.line([at, sku, location.code, onHand, reserved, available].join("\t"));
  const change = before ? available - before.available : 0;
  const moved = change === 0 ? "" : ` (${change > 0 ? "+" : ""}${change})`;
  const figures = `${paintAvailable(`${available} available`, level, out.style)}${moved}, ${onHand} on hand, ${reserved} reserved`;
  out.line(`${out.style.dim(at)}  ${out.style.bold(sku)}  ${location.code}  ${figures}${variant ? `  ${out.style.dim(variantName(variant))}` : ""}`);
}

function isSame(before: Level, now: Outputs["inventory"]["getLevels"]["levels"][number]): boolean {
  const figures = ({ onHand, reserved, available, backorderLimit, lowStockThreshold, isShort }: Level) =>
    [onHand, reserved, available, backorderLimit, lowStockThreshold, isShort].join(" ");
  return figures(before) === figures(now);
}
