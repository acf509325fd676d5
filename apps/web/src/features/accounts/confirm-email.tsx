import { accountReasons } from "@cartwright/core/accounts/schemas";
import { buttonClass } from "../../components/button-look.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";
import { useFragment } from "../../lib/use-fragment.ts";
import { Link } from "@tanstack/react-router";
import { DeadLink } from "./dead-link.tsx";
import { ReadingLink } from "./reading-link.tsx";

/** By the link from the mail: the new address is the account's. A button, so that nothing that looks at links changes anything. */
export function ConfirmEmail() {
  const token = useFragment();
  const utils = trpc.useUtils();
  const confirm = trpc.accounts.confirmEmailChange.useMutation({ onSuccess: () => utils.invalidate() });
  const { reason = null, message = "" } = confirm.isError ? readError(confirm.error) : {};
  if (confirm.data) {
    return (
      <div className="max-w-xl space-y-6">
        <Notice tone="good" title={`${confirm.data.email} is the address of your account now.`} isAlert>
          Use it to sign in from here on.
        </Notice>
        <Link to="/account" className={buttonClass({ look: "quiet" })}>
          To your account
        </Link>
      </div>
    );
  }
  if (token === null) return <ReadingLink />;
  if (token === "" || reason === accountReasons.linkInvalid || reason === "input.invalid") {
    return (
      <DeadLink title="This link does not work any more.">
        <p>
          It was used before, it is older than a day, or you have asked for another since.{" "}
          <Link to="/account/profile" className="link">
            Look at your address
          </Link>
        </p>
      </DeadLink>
    );
  }
  return (
    <div className="max-w-md space-y-5">
      <p className="text-lg text-soft">The mail has found you here. Shall this be the address of your account?</p>
      {confirm.isError && (
        <Notice tone="fault" isAlert>
          {message}
        </Notice>
      )}
      <Button isPending={confirm.isPending} pendingLabel="Changing it …" onClick={() => confirm.mutate({ token })}>
        Use the new address
      </Button>
    </div>
  );
}
