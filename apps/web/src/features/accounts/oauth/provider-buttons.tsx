import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc } from "../../../lib/trpc.ts";
import { providerNames } from "./provider-words.ts";

/** Other ways in, as far as the shop has any. The page is left for the provider's own. */
export function ProviderButtons({ returnTo }: { returnTo: string }) {
  const { data: providers = [] } = trpc.accounts.oauth.providers.useQuery();
  const begin = trpc.accounts.oauth.begin.useMutation({ onSuccess: ({ url }) => location.assign(url) });
  if (providers.length === 0) return null;
  return (
    <section aria-label="Other ways to sign in" className="max-w-md space-y-4 border-t border-line pt-6">
      <div className="flex flex-wrap gap-3">
        {providers.map((provider) => (
          <Button
            key={provider}
            look="quiet"
            isPending={(begin.isPending || begin.isSuccess) && begin.variables.provider === provider}
            pendingLabel="On the way there …"
            onClick={() => begin.mutate({ provider, returnTo })}
          >
            Sign in with {providerNames[provider]}
          </Button>
        ))}
      </div>
      {begin.isError && (
        <Notice tone="fault" isAlert>
          {readError(begin.error).message}
        </Notice>
      )}
    </section>
  );
}
