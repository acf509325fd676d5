export { acceptInvitation } from "./accept-invitation.ts";
export { grantPermissions } from "./grant-permissions.ts";
export { inviteStaff } from "./invite-staff.ts";
export { listStaff } from "./list-staff.ts";
export { removeStaff } from "./remove-staff.ts";
export { resetSecondFactor } from "./reset-second-factor.ts";
export { revokePermissions } from "./revoke-permissions.ts";
export { signOutStaff } from "./sign-out-staff.ts";
