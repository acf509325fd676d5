import { UpdateProfileInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Kept } from "../../../components/kept.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { useProfileChange } from "./use-profile-change.ts";

export function NameForm({ name }: { name: string }) {
  const update = trpc.accounts.updateProfile.useMutation(useProfileChange());
  const { form, errors, check } = useCheckedForm(update.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(UpdateProfileInput, { name: formText(event.currentTarget, "name") });
    if (input && !update.isPending) update.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <TextField label="Name" name="name" autoComplete="name" defaultValue={name} error={errors["name"]} />
      <FormProblem error={update.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="quiet" size="sm" isPending={update.isPending} pendingLabel="Keeping it …">
          Keep this name
        </Button>
        <Kept isKept={update.isSuccess} />
      </div>
    </form>
  );
}
