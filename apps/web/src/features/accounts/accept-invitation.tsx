import { trpc } from "../../lib/trpc.ts";
import { ChoosePassword } from "./choose-password.tsx";

/** Somebody who was invited to the staff chooses a password. */
export function AcceptInvitation() {
  const accept = trpc.accounts.acceptInvitation.useMutation();
  return (
    <ChoosePassword
      choose={accept}
      intro="You were invited to work for the shop. Choose a password, and you are in."
      done="Sign in with it here, or at the command line: cartwright login."
      deadLink={<p>It was used before, or it is older than a week. Ask whoever invited you for another; if you have a password already, just sign in.</p>}
    />
  );
}
