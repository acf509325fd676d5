import { ConfirmPasswordInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { formatDay } from "../../../lib/date.ts";
import { trpc, type Outputs } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { useState, type FormEvent } from "react";
import { OwnPasswordField, ownPassword } from "../own-password.tsx";
import { providerNames, type ProviderName } from "./provider-words.ts";

interface LinkedProviderProps {
  name: ProviderName;
  linked: Outputs["accounts"]["oauth"]["linked"][number] | undefined;
  hasPassword: boolean;
}

/** One provider, to be added or taken away with the password. */
export function LinkedProvider({ name, linked, hasPassword }: LinkedProviderProps) {
  const [isOpen, setOpen] = useState(false);
  const utils = trpc.useUtils();
  const link = trpc.accounts.oauth.link.useMutation({ onSuccess: ({ url }) => location.assign(url) });
  const unlink = trpc.accounts.oauth.unlink.useMutation({
    onSuccess: async () => {
      setOpen(false);
      await utils.accounts.oauth.linked.invalidate();
    },
  });
  const { error, isPending } = linked ? unlink : link;
  const { form, errors, check } = useCheckedForm(error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(ConfirmPasswordInput, ownPassword(event.currentTarget, hasPassword));
    if (!input || isPending) return;
    if (linked) unlink.mutate({ provider: name, ...input });
    else link.mutate({ provider: name, returnTo: "/account/security", ...input });
  };
  const label = providerNames[name];
  return (
    <li className="space-y-4 py-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium">{label}</p>
          <p className="wrap-anywhere text-soft">{linked ? [linked.email, `since ${formatDay(linked.linkedAt)}`].filter(Boolean).join(", ") : "Not linked"}</p>
        </div>
        <Button look="quiet" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {linked ? "Take away" : "Link"} <span className="sr-only">{label}</span>
        </Button>
      </div>
      {isOpen && (
        <form {...form} onSubmit={submit} className="max-w-md space-y-4">
          <OwnPasswordField hasPassword={hasPassword} error={errors["password"]} />
          <FormProblem error={error} />
          <Button type="submit" size="sm" isPending={isPending || link.isSuccess} pendingLabel={linked ? "Taking it away …" : "On the way there …"}>
            {linked ? `Sign in by ${label} no more` : `Go to ${label}`}
          </Button>
        </form>
      )}
    </li>
  );
}
