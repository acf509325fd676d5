import { Notice } from "../../../components/notice.tsx";
import { Part } from "../../../components/part.tsx";
import { trpc } from "../../../lib/trpc.ts";
import { LinkedProvider } from "./linked-provider.tsx";
import { allProviders, oauthProblem } from "./provider-words.ts";

interface LinkedSignInsProps {
  hasPassword: boolean;
  /** Why the last way to a provider came to nothing. */
  problem: string | undefined;
}

/** Providers that one signs in by, and those that could be added; nothing where the shop has none. */
export function LinkedSignIns({ hasPassword, problem }: LinkedSignInsProps) {
  const [providers] = trpc.accounts.oauth.providers.useSuspenseQuery();
  const [linked] = trpc.accounts.oauth.linked.useSuspenseQuery();
  // One that the shop no longer has can still be taken away.
  const names = allProviders.filter((name) => providers.includes(name) || linked.some(({ provider }) => provider === name));
  if (names.length === 0) return null;
  return (
    <Part title="Linked sign-ins" intro="Providers that you can sign in by, beside your password.">
      {problem && (
        <Notice tone="warn" isAlert>
          {oauthProblem(problem)}
        </Notice>
      )}
      <ul aria-label="Linked sign-ins" className="divide-y divide-line border-y border-line">
        {names.map((name) => (
          <LinkedProvider key={name} name={name} linked={linked.find(({ provider }) => provider === name)} hasPassword={hasPassword} />
        ))}
      </ul>
    </Part>
  );
}
