import { permissions } from "@cartwright/core/kernel/permissions";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";

export type Staff = Outputs["staff"]["list"]["items"][number];

export const staffHelp = "their e-mail address, or the account's id (acc_…)";
export const permissionsHelp = `Permissions: ${permissions.join(", ")}.`;

export const staffColumns: readonly Column<Staff>[] = [
  { heading: "Address", text: ({ email }) => email },
  { heading: "Name", text: ({ name }) => name, isFlexible: true },
  { heading: "Role", text: ({ role }) => role },
  { heading: "State", text: stateOf, paint: (text, { isInvited }, { yellow }) => (isInvited ? yellow(text) : text) },
  { heading: "May", text: mayOf, isFlexible: true },
];

export function printStaff(out: Output, staff: Staff): void {
  if (out.isJson) return out.json(staff);
  out.record([
    ["address", staff.email],
    ["name", staff.name],
    ["role", staff.role],
    ["state", stateOf(staff)],
    ["may", mayOf(staff)],
    ["second factor", staff.hasSecondFactor ? "on" : "off"],
  ]);
}

function stateOf({ isInvited }: Staff): string {
  return isInvited ? "invited" : "active";
}

function mayOf({ role, permissions }: Staff): string {
  return role === "admin" ? "everything" : permissions.join(", ");
}
