import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";

/** The search could not be made just now. */
export function SearchProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="max-w-2xl space-y-6">
      <h1 className="text-3xl">Search</h1>
      <Notice tone="fault" title="We could not look just now." isAlert>
        <p>{readError(error).message}</p>
        <Button look="quiet" size="sm" className="mt-3" onClick={onRetry}>
          Try again
        </Button>
      </Notice>
    </div>
  );
}
