import { ConfirmPasswordInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Kept } from "../../../components/kept.tsx";
import { saveFile } from "../../../lib/save-file.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { OwnPasswordField, ownPassword } from "../own-password.tsx";

export function ExportData({ hasPassword }: { hasPassword: boolean }) {
  const fetchData = trpc.accounts.exportData.useMutation({
    onSuccess: (data) => saveFile({ name: `my-data-${data.exportedAt.slice(0, 10)}.json`, type: "application/json", text: JSON.stringify(data, null, 2) }),
  });
  const { form, errors, check } = useCheckedForm(fetchData.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(ConfirmPasswordInput, ownPassword(event.currentTarget, hasPassword));
    if (input && !fetchData.isPending) fetchData.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <OwnPasswordField hasPassword={hasPassword} error={errors["password"]} />
      <FormProblem error={fetchData.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="quiet" size="sm" isPending={fetchData.isPending} pendingLabel="Collecting it …">
          Download my data
        </Button>
        <Kept isKept={fetchData.isSuccess} text="It is among your downloads." />
      </div>
    </form>
  );
}
