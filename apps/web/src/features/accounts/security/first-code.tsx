import { TurnOnSecondFactorInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { readError } from "../../../lib/api-error.ts";
import { formText } from "../../../lib/form-text.ts";
import { trpc, type Outputs } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { lazy, Suspense, useEffect, useRef, type FormEvent } from "react";
import { CodeField } from "./code-field.tsx";

/** Fetched by those who set one up only. */
const QrCode = lazy(() => import("./qr-code.tsx"));

interface FirstCodeProps {
  draft: Outputs["accounts"]["secondFactor"]["begin"];
  onDone: (recoveryCodes: string[]) => Promise<void>;
  onStop: () => void;
}

/** What the app is shown, and what it answers. */
export function FirstCode({ draft: { secret, uri }, onDone, onStop }: FirstCodeProps) {
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => start.current?.focus(), []);
  const turnOn = trpc.accounts.secondFactor.confirm.useMutation({ onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  const { form, errors, check } = useCheckedForm(turnOn.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(TurnOnSecondFactorInput, { code: formText(event.currentTarget, "code") });
    if (input && !turnOn.isPending) turnOn.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-xl space-y-5">
      <p ref={start} tabIndex={-1} className="outline-none">
        Scan this with an authenticator app, or type the secret into it. Then give the code that it shows.
      </p>
      <div className="flex flex-wrap items-center gap-6">
        <Suspense fallback={<Skeleton className="size-44" />}>
          <QrCode text={uri} label="A QR code for your authenticator app" />
        </Suspense>
        <div className="min-w-0 space-y-1 text-sm">
          <p className="text-soft">The secret</p>
          <p className="max-w-56 font-mono wrap-anywhere select-all" data-secret>
            {secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
          </p>
          <p className="pt-1">
            <a href={uri} className="link">
              Open it in an app on this device
            </a>
          </p>
        </div>
      </div>
      <div className="max-w-md">
        <CodeField kind="app" error={errors["code"]} />
      </div>
      {turnOn.isError && !errors["code"] && (
        <Notice tone="warn" isAlert>
          {readError(turnOn.error).message}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="sm" isPending={turnOn.isPending} pendingLabel="Turning it on …">
          Turn it on
        </Button>
        <Button look="quiet" size="sm" onClick={onStop}>
          Never mind
        </Button>
      </div>
    </form>
  );
}
