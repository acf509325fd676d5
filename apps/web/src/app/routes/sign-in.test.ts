import { changeEmailPath, devicePath, invitationPath, resetPasswordPath, verifyEmailPath } from "@cartwright/core/accounts/schemas";
import { expect, test } from "vitest";
import { signInRoutes } from "./sign-in.tsx";

test("what mails and the command line lead to is there", () => {
  const paths = signInRoutes.map(({ options }) => ("path" in options ? options.path : null));
  expect(paths).toEqual(expect.arrayContaining([changeEmailPath, devicePath, invitationPath, resetPasswordPath, verifyEmailPath]));
});
