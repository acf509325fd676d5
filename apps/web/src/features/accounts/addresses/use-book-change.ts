import { useAnnounce } from "../../../components/announcer.tsx";
import { trpc } from "../../../lib/trpc.ts";

/** What every change of the address book shares. */
export function useBookChange(said: string, onDone?: () => void) {
  const utils = trpc.useUtils();
  const announce = useAnnounce();
  return {
    onSuccess: async () => {
      await utils.accounts.addresses.list.invalidate();
      announce(said);
      onDone?.();
    },
  };
}
