import { trpc, type Outputs } from "../../../lib/trpc.ts";

/** What every change of the profile shares: the answer is the new one, and the masthead shows the name. */
export function useProfileChange() {
  const utils = trpc.useUtils();
  return {
    onSuccess: async (profile: Outputs["accounts"]["profile"]) => {
      utils.accounts.profile.setData(undefined, profile);
      await utils.accounts.me.invalidate();
    },
  };
}
