export { clearAuditAddresses } from "./clear-audit-addresses.ts";
export { forgetAuditAddresses } from "./forget-audit-addresses.ts";
export { listAuditEntries } from "./list-audit-entries.ts";
export type * from "./views.ts";
