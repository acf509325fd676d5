import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";

type Settings = Outputs["shop"]["getSettings"];

export function printSettings(out: Output, settings: Settings): void {
  if (out.isJson) return out.json(settings);
  out.record([
    ["name", settings.name],
    ["tagline", settings.tagline],
    ["currency", settings.currency],
    ["home", settings.country],
    ["sends to", settings.countries.join(", ")],
    ["prices include tax", settings.pricesIncludeTax ? "yes" : "no"],
    ["most of one thing", settings.maxLineQuantity],
    ["stock held for", `${settings.holdMinutes} min`],
    ["staff's second factor", settings.staffSecondFactor],
    ["transfers go to", settings.bankAccount || "not told, so none are offered"],
  ]);
}
