import { grantPermissions, inviteStaff, listStaff, removeStaff, resetSecondFactor, revokePermissions, signOutStaff } from "@cartwright/core/accounts";
import { GrantPermissionsInput, InviteStaffInput, ListStaffInput, RevokePermissionsInput, StaffInput } from "@cartwright/core/accounts/schemas";
import { router, staffWith } from "../trpc.ts";

export const staffRouter = router({
  /** Everybody who works for the shop, and what they may do. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("staff.read").input(ListStaffInput).query(({ ctx, input }) => listStaff(ctx.core, input)),
  /** Makes somebody one of the staff, and mails them a link. Errors: `staff.permission_not_held`, `staff.is_staff_already`, `staff.address_unconfirmed`, `access.*`. */
  invite: staffWith("staff.write").input(InviteStaffInput).mutation(({ ctx, input }) => inviteStaff(ctx.core, input)),
  /** Adds permissions, or makes an admin. Errors: `staff.not_found`, `staff.permission_not_held`, `access.*`. */
  grant: staffWith("staff.write").input(GrantPermissionsInput).mutation(({ ctx, input }) => grantPermissions(ctx.core, input)),
  /** Takes permissions away. Errors: `staff.not_found`, `staff.last_admin`, `staff.permission_not_held`, `access.*`. */
  revoke: staffWith("staff.write").input(RevokePermissionsInput).mutation(({ ctx, input }) => revokePermissions(ctx.core, input)),
  /** Somebody works for the shop no more. Errors: `staff.not_found`, `staff.last_admin`, `staff.permission_not_held`, `access.*`. */
  remove: staffWith("staff.write").input(StaffInput).mutation(({ ctx, input }) => removeStaff(ctx.core, input)),
  /** Turns off the second factor of somebody who has lost theirs. Errors: `staff.not_found`, `staff.permission_not_held`, `staff.own_second_factor`, `access.*`. */
  resetSecondFactor: staffWith("staff.write").input(StaffInput).mutation(({ ctx, input }) => resetSecondFactor(ctx.core, input)),
  /** Ends somebody's sessions, and tells how many there were. Errors: `staff.not_found`, `staff.permission_not_held`, `access.*`. */
  signOut: staffWith("staff.write").input(StaffInput).mutation(({ ctx, input }) => signOutStaff(ctx.core, input)),
});
