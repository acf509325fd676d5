export { beginSecondFactor } from "./begin-second-factor.ts";
export { confirmSecondFactor } from "./confirm-second-factor.ts";
export { enterAccount } from "./enter-account.ts";
export { getSecondFactor } from "./get-second-factor.ts";
export { renewRecoveryCodes } from "./renew-recovery-codes.ts";
export { underSecondFactorRule } from "./second-factor-rule.ts";
export { turnOffSecondFactor } from "./turn-off-second-factor.ts";
export { turnOnSecondFactor } from "./turn-on-second-factor.ts";
