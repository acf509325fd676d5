import { Button } from "../components/button.tsx";
import { isNetworkError, readError } from "../lib/api-error.ts";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";

/** What could not be shown, whose fault it is, and what to quote. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  if (isNetworkError(error)) return <NoAnswerPage />;
  const { httpStatus, message, requestId: failedId } = readError(error);
  if (httpStatus === 429) return <TooMuchPage message={message} />;
  const requestId = failedId ?? router.options.context.requestId;
  return (
    <div className="max-w-xl space-y-5 py-12">
      <p className="figures text-sm text-soft">500</p>
      <h1 className="text-3xl">Something fell off the shelf.</h1>
      <p className="text-lg text-soft">This one is our fault, and it has been written down. Nothing in your cart is lost.</p>
      <p className="pt-2">
        <Button onClick={() => location.reload()}>Try again</Button>
      </p>
      {requestId && <p className="text-sm text-soft">If you write to us about it, please quote {requestId}.</p>}
    </div>
  );
}

function TooMuchPage({ message }: { message: string }) {
  return (
    <div className="max-w-xl space-y-5 py-12">
      <p className="figures text-sm text-soft">429</p>
      <h1 className="text-3xl">One at a time, please.</h1>
      <p className="text-lg text-soft">{message} Nothing in your cart is lost.</p>
      <p className="pt-2">
        <Button onClick={() => location.reload()}>Try again</Button>
      </p>
    </div>
  );
}

function NoAnswerPage() {
  return (
    <div className="max-w-xl space-y-5 py-12">
      <h1 className="text-3xl">Nobody answered.</h1>
      <p className="text-lg text-soft">The shop could not be reached just now. It may be the line, or a train in a tunnel. Your cart is kept.</p>
      <p className="pt-2">
        <Button onClick={() => location.reload()}>Try again</Button>
      </p>
    </div>
  );
}

/** The same where not even the masthead could be made. */
export function BareErrorPage(props: ErrorComponentProps) {
  return (
    <main className="mx-auto max-w-7xl px-5">
      <ErrorPage {...props} />
    </main>
  );
}
