import { secondFactorReasons } from "@cartwright/core/accounts/schemas";
import { readError } from "../../../lib/api-error.ts";
import { useState } from "react";
import { useEnter, type SignedIn } from "../use-session.ts";
import { CodeStep } from "./code-step.tsx";
import { PasswordStep } from "./password-step.tsx";

/** E-mail address and password, and a code where the account asks for one. */
export function SignInForm({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const enter = useEnter(onSignedIn);
  const [challenge, setChallenge] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (challenge !== null) {
    return (
      <CodeStep
        challenge={challenge}
        onSignedIn={enter}
        onOver={(message) => {
          setProblem(message);
          setChallenge(null);
        }}
      />
    );
  }
  return (
    <PasswordStep
      problem={problem}
      onSignedIn={enter}
      onRefused={(error) => {
        const { reason, details } = readError(error);
        setProblem(null);
        if (reason === secondFactorReasons.required) setChallenge(String(details["challenge"]));
      }}
    />
  );
}
