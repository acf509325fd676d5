import { emitEvents, recordAudit, type Context } from "../../kernel/index.ts";
import type { AccountRow } from "../account-view.ts";

type Change = "account.second_factor_on" | "account.second_factor_off" | "account.recovery_codes_renewed";

/** Its owner is told by mail; what concerns staff is in the audit log. */
export async function noteSecondFactor(ctx: Context, { id, role }: Pick<AccountRow, "id" | "role">, change: Change): Promise<void> {
  await emitEvents(ctx, [{ type: "account.second_factor_changed", subject: id, payload: { accountId: id, change } }]);
  if (role !== "customer") await recordAudit(ctx, { action: change, subject: id });
}
