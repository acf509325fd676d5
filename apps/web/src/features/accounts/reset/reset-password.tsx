import { buttonClass } from "../../../components/button-look.ts";
import { trpc } from "../../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { ChoosePassword } from "../choose-password.tsx";

/** By the link from the mail: a new password, and every device is signed out. */
export function ResetPassword() {
  const utils = trpc.useUtils();
  const reset = trpc.accounts.resetPassword.useMutation({ onSuccess: () => utils.invalidate() });
  return (
    <ChoosePassword
      choose={reset}
      intro="Once you have chosen it, all devices are signed out."
      done="All devices are signed out, this one too."
      deadLink={
        <>
          <p>It was used before, or it is older than an hour.</p>
          <Link to="/forgot-password" className={buttonClass({ look: "quiet" })}>
            Ask for a new one
          </Link>
        </>
      }
    />
  );
}
