import { Skeleton } from "../components/skeleton.tsx";

/** The face of a page that takes its time. */
export function PendingPage() {
  return (
    <div aria-busy className="space-y-6">
      <p className="sr-only">Loading …</p>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-12 w-2/3" />
      <div className="grid grid-cols-2 gap-7 pt-6 sm:grid-cols-3">
        {[1, 2, 3].map((key) => (
          <Skeleton key={key} className="aspect-square" />
        ))}
      </div>
    </div>
  );
}
