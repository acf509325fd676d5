export const accountRoles = ["customer", "staff", "admin"] as const;
export type AccountRole = (typeof accountRoles)[number];

export const sessionKinds = ["browser", "cli"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const accountTokenKinds = ["verify_email", "change_email", "reset_password", "invite", "second_factor"] as const;
export type AccountTokenKind = (typeof accountTokenKinds)[number];

export const deviceGrantStatuses = ["pending", "approved", "denied", "redeemed"] as const;
export type DeviceGrantStatus = (typeof deviceGrantStatuses)[number];
