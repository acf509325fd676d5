import { ChangePasswordInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Kept } from "../../../components/kept.tsx";
import { NewPasswordField } from "../../../components/password-field.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { OwnPasswordField, ownPassword } from "../own-password.tsx";

/** Another password; all other devices are signed out. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const utils = trpc.useUtils();
  const changePassword = trpc.accounts.changePassword.useMutation({
    onSuccess: () => Promise.all([utils.accounts.profile.invalidate(), utils.accounts.listSessions.invalidate()]),
  });
  const { form, errors, check } = useCheckedForm(changePassword.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = event.currentTarget;
    const input = check(ChangePasswordInput, { newPassword: formText(typed, "newPassword"), ...ownPassword(typed, hasPassword) });
    if (input && !changePassword.isPending) changePassword.mutate(input, { onSuccess: () => typed.reset() });
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      {/* For the browser's own keeper of passwords. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <OwnPasswordField hasPassword={hasPassword} error={errors["password"]} />
      <NewPasswordField label="New password" name="newPassword" error={errors["newPassword"]} />
      <FormProblem error={changePassword.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="quiet" size="sm" isPending={changePassword.isPending} pendingLabel="Changing it …">
          Change the password
        </Button>
        <Kept isKept={changePassword.isSuccess} text="Changed. All other devices are signed out." />
      </div>
    </form>
  );
}
