export { signInShopper } from "./sign-in-shopper.ts";
export type * from "./views.ts";
