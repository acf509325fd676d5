import { secondFactorReasons } from "@cartwright/core/accounts/schemas";
import { readError } from "../../../lib/api-error.ts";
import { useFragment } from "../../../lib/use-fragment.ts";
import { useState } from "react";
import { ProviderButtons } from "../oauth/provider-buttons.tsx";
import { oauthProblem } from "../oauth/provider-words.ts";
import { useEnter, type SignedIn } from "../use-session.ts";
import { CodeStep } from "./code-step.tsx";
import { PasswordStep } from "./password-step.tsx";

interface SignInFormProps {
  /** How the way to another provider ended, when it did not end in a session. */
  oauth: string | undefined;
  returnTo: string;
  onSignedIn: (signedIn: SignedIn) => void;
}

/** E-mail address and password, or another provider; and a code where the account asks for one. */
export function SignInForm({ oauth, returnTo, onSignedIn }: SignInFormProps) {
  const enter = useEnter(onSignedIn);
  // Who comes back from a provider brings the question for a code behind the `#`.
  const brought = new URLSearchParams(useFragment() ?? "").get("challenge");
  const [asked, setAsked] = useState<{ challenge: string | null; problem: string | null } | null>(null);
  const isCodeWanted = oauth === secondFactorReasons.required;
  const challenge = asked ? asked.challenge : isCodeWanted ? brought : null;
  const problem = asked ? asked.problem : oauth && !isCodeWanted ? oauthProblem(oauth) : null;
  if (challenge !== null) return <CodeStep challenge={challenge} onSignedIn={enter} onOver={(message) => setAsked({ challenge: null, problem: message })} />;
  return (
    <div className="space-y-8">
      <PasswordStep
        problem={problem}
        onSignedIn={enter}
        onRefused={(error) => {
          const { reason, details } = readError(error);
          setAsked({ challenge: reason === secondFactorReasons.required ? String(details["challenge"]) : null, problem: null });
        }}
      />
      <ProviderButtons returnTo={returnTo} />
    </div>
  );
}
