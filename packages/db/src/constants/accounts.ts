export const accountRoles = ["customer", "staff", "admin"] as const;
export type AccountRole = (typeof accountRoles)[number];
