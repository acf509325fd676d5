import { DeviceCodeInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/field.tsx";
import { formText } from "../../../lib/form-text.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";

export function DeviceCodeForm({ initial, onCode }: { initial: string; onCode: (userCode: string) => void }) {
  const { form, errors, check } = useCheckedForm(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(DeviceCodeInput, { userCode: formText(event.currentTarget, "userCode") });
    if (input) onCode(input.userCode);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <TextField
        label="Code"
        name="userCode"
        defaultValue={initial}
        placeholder="BCDF-GHJK"
        hint="The eight letters that the command line shows."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={errors["userCode"]}
      />
      <Button type="submit">Go on</Button>
    </form>
  );
}
