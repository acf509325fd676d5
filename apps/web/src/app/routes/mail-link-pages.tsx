import { PageIntro } from "../../components/page-intro.tsx";
import { AcceptInvitation } from "../../features/accounts/accept-invitation.tsx";
import { ConfirmEmail } from "../../features/accounts/confirm-email.tsx";
import { ResetPassword } from "../../features/accounts/reset/reset-password.tsx";
import { VerifyForm } from "../../features/accounts/sign-up/verify-form.tsx";
import { keepMergeNotices } from "../../features/cart/merge-notices.ts";
import { useNavigate } from "@tanstack/react-router";

export function VerifyPage() {
  const navigate = useNavigate();
  return (
    <div className="space-y-8">
      <PageIntro title="Confirm your address" />
      <VerifyForm
        onSignedIn={({ cartNotices }) => {
          keepMergeNotices(cartNotices);
          // The link has done its work: the way back does not lead to it.
          void navigate({ to: "/account", replace: true });
        }}
      />
    </div>
  );
}

export function ResetPage() {
  return (
    <div className="space-y-8">
      <PageIntro title="A new password" />
      <ResetPassword />
    </div>
  );
}

export function ChangeEmailPage() {
  return (
    <div className="space-y-8">
      <PageIntro title="Your new address" />
      <ConfirmEmail />
    </div>
  );
}

export function InvitationPage() {
  return (
    <div className="space-y-8">
      <PageIntro title="Your invitation" />
      <AcceptInvitation />
    </div>
  );
}

export function DeletedPage() {
  return <PageIntro title="Your account is gone.">What the law wants kept of your orders has no name any more. Thank you for having been here; the door stays open.</PageIntro>;
}
