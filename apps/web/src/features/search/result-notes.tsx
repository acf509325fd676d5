import { Notice } from "../../components/notice.tsx";
import type { Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { quoted } from "./result-title.ts";

/** What has to be known about a result: that other words may have been meant, and that it is not quite what was asked for. */
export function ResultNotes({ result: { didYouMean, isPartial, total } }: { result: Outputs["search"]["products"] }) {
  return (
    <>
      {didYouMean && (
        <p className="text-lg">
          <span className="text-soft">Did you mean </span>
          <Link to="/search" search={{ q: didYouMean }} className="link">
            {quoted(didYouMean)}
          </Link>
          <span className="text-soft">?</span>
        </p>
      )}
      {isPartial && total > 0 && <Notice className="max-w-2xl">No product has all of these words; these have most of them.</Notice>}
    </>
  );
}
