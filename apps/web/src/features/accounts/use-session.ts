import { forgetDrafts } from "../../lib/use-draft.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";

export type SignedIn = Outputs["accounts"]["signIn"];

/** What every way to sign in ends with: the cart may have been merged, and much else is another's now. */
export function useEnter(onSignedIn: (signedIn: SignedIn) => void) {
  const utils = trpc.useUtils();
  return async (signedIn: SignedIn) => {
    utils.accounts.me.setData(undefined, signedIn.account);
    await utils.invalidate();
    onSignedIn(signedIn);
  };
}

/** A fresh page: nothing of the account stays in the browser's memory. */
export function leaveTo(path: string): void {
  forgetDrafts("");
  location.assign(path);
}
