import { UpdatePreferencesInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { CheckField } from "../../../components/check-field.tsx";
import { SelectField } from "../../../components/field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Kept } from "../../../components/kept.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc, type Outputs } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { languageChoices } from "./languages.ts";
import { useProfileChange } from "./use-profile-change.ts";

/** Newsletter and language. The shop has one currency, so there is none to choose. */
export function PreferencesForm({ profile: { wantsNewsletter, language } }: { profile: Outputs["accounts"]["profile"] }) {
  const update = trpc.accounts.updatePreferences.useMutation(useProfileChange());
  const { form, errors, check } = useCheckedForm(update.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(UpdatePreferencesInput, { wantsNewsletter: formText(event.currentTarget, "newsletter") === "on", language: formText(event.currentTarget, "language") || null });
    if (input && !update.isPending) update.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <CheckField name="newsletter" defaultChecked={wantsNewsletter}>
        Write to me now and then about what is new
      </CheckField>
      <SelectField
        label="Language"
        name="language"
        defaultValue={language ?? ""}
        hint="The shop speaks English so far. We keep your wish for when it has learnt yours."
        error={errors["language"]}
      >
        <option value="">The shop’s own (English)</option>
        {languageChoices(language).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <FormProblem error={update.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="quiet" size="sm" isPending={update.isPending} pendingLabel="Keeping it …">
          Keep this
        </Button>
        <Kept isKept={update.isSuccess} />
      </div>
    </form>
  );
}
