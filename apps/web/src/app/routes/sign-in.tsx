import { safePath } from "../../lib/safe-path.ts";
import { textOf } from "../../lib/search-params.ts";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

type RawSearch = Record<string, unknown>;

/** Named even when there is none: what is not named stays as it came. */
interface SignInSearch {
  /** Where one goes afterwards. */
  from?: string | undefined;
  /** The session has ended, and not by its owner's leave here. */
  ended?: "1" | undefined;
  /** How the way to another provider ended, when it did not end in a session. */
  oauth?: string | undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (raw: RawSearch): SignInSearch => ({
    from: safePath(textOf(raw["from"])),
    ended: raw["ended"] === "1" ? "1" : undefined,
    oauth: textOf(raw["oauth"]),
  }),
  loader: async ({ context: { api } }) => {
    await api.accounts.oauth.providers.prefetch();
  },
  head: () => pageHead({ title: "Sign in", isPrivate: true }),
  component: lazyRouteComponent(() => import("./sign-in-pages.tsx"), "SignInPage"),
});

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  head: () => pageHead({ title: "Make an account", isPrivate: true }),
  component: lazyRouteComponent(() => import("./sign-in-pages.tsx"), "SignUpPage"),
});

export const mailSentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up/sent",
  head: () => pageHead({ title: "We have sent you a mail", isPrivate: true }),
  component: lazyRouteComponent(() => import("../../features/accounts/sign-up/mail-sent.tsx"), "MailSent"),
});

export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/verify",
  head: () => pageHead({ title: "Confirm your address", isPrivate: true }),
  component: lazyRouteComponent(() => import("./mail-link-pages.tsx"), "VerifyPage"),
});

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot-password",
  head: () => pageHead({ title: "A new password", isPrivate: true }),
  component: lazyRouteComponent(() => import("./sign-in-pages.tsx"), "ForgotPasswordPage"),
});

export const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/reset",
  head: () => pageHead({ title: "A new password", isPrivate: true }),
  component: lazyRouteComponent(() => import("./mail-link-pages.tsx"), "ResetPage"),
});

export const changeEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/email",
  head: () => pageHead({ title: "Your new address", isPrivate: true }),
  component: lazyRouteComponent(() => import("./mail-link-pages.tsx"), "ChangeEmailPage"),
});

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/invitation",
  head: () => pageHead({ title: "Your invitation", isPrivate: true }),
  component: lazyRouteComponent(() => import("./mail-link-pages.tsx"), "InvitationPage"),
});

export const deviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/device",
  validateSearch: (raw: RawSearch): { code?: string | undefined } => ({ code: textOf(raw["code"])?.slice(0, 40) }),
  beforeLoad: async ({ context, location }) => {
    const account = await context.api.accounts.me.ensureData();
    if (!account) throw redirect({ to: "/sign-in", search: { from: location.href }, statusCode: 303 });
  },
  head: () => pageHead({ title: "Sign in a command line", isPrivate: true }),
  component: lazyRouteComponent(() => import("./device-page.tsx"), "DevicePage"),
});

export const deletedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/deleted",
  head: () => pageHead({ title: "Your account is deleted", isPrivate: true }),
  component: lazyRouteComponent(() => import("./mail-link-pages.tsx"), "DeletedPage"),
});

export const signInRoutes = [
  signInRoute,
  signUpRoute,
  mailSentRoute,
  verifyRoute,
  forgotPasswordRoute,
  resetRoute,
  changeEmailRoute,
  invitationRoute,
  deviceRoute,
  deletedRoute,
] as const;
