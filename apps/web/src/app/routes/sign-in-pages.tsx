import { Notice } from "../../components/notice.tsx";
import { PageIntro } from "../../components/page-intro.tsx";
import { ForgotPassword } from "../../features/accounts/reset/forgot-password.tsx";
import { SignInForm } from "../../features/accounts/sign-in/sign-in-form.tsx";
import { SignUpForm } from "../../features/accounts/sign-up/sign-up-form.tsx";
import { keepMergeNotices } from "../../features/cart/merge-notices.ts";
import { forgetDrafts } from "../../lib/use-draft.ts";
import { getRouteApi, Link, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

const signInRoute = getRouteApi("/sign-in");

export function SignInPage() {
  const { from = "/account", ended, oauth } = signInRoute.useSearch();
  const router = useRouter();
  // Nothing of the account stays in the tab.
  useEffect(() => {
    if (ended) forgetDrafts("");
  }, [ended]);
  return (
    <div className="space-y-8">
      <PageIntro title="Sign in">
        For those who have an account; if you don’t,{" "}
        <Link to="/sign-up" className="link">
          make one
        </Link>
        . You can also order without, and{" "}
        <Link to="/orders/find" className="link">
          look up an order
        </Link>{" "}
        by its number.
      </PageIntro>
      {ended && (
        <Notice tone="warn" title="You have been signed out." className="max-w-md">
          Somewhere else, by a new password, or because it was long ago. Sign in to go on where you were.
        </Notice>
      )}
      <SignInForm
        oauth={oauth}
        returnTo={from}
        onSignedIn={({ cartNotices }) => {
          keepMergeNotices(cartNotices);
          router.history.push(from);
        }}
      />
    </div>
  );
}

export function SignUpPage() {
  const navigate = useNavigate();
  return (
    <div className="space-y-8">
      <PageIntro title="Make an account">
        Your orders, addresses and returns in one place. What is in your cart comes along.{" "}
        <Link to="/sign-in" className="link">
          I have one already
        </Link>
      </PageIntro>
      <SignUpForm onSent={() => void navigate({ to: "/sign-up/sent" })} />
    </div>
  );
}

export function ForgotPasswordPage() {
  return (
    <div className="space-y-8">
      <PageIntro title="A new password">
        Give the address of your account, and we send a link there. It came back to you?{" "}
        <Link to="/sign-in" className="link">
          Sign in
        </Link>
      </PageIntro>
      <ForgotPassword />
    </div>
  );
}
