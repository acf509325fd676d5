export { signInShopper } from "./sign-in-shopper.ts";
