import { Link } from "@tanstack/react-router";

/** What the shop promises, in three short paragraphs. */
export function HouseRules() {
  return (
    <section aria-label="How we do things" className="grid gap-x-14 gap-y-8 rounded-md bg-ground p-8 sm:grid-cols-3 sm:p-10">
      <div>
        <h2 className="text-xl">Posted on weekdays</h2>
        <p className="mt-2 text-sm text-soft">
          In paper and cardboard. What the <Link to="/help/$topic" params={{ topic: "shipping" }} className="link">postage</Link> comes to, the checkout
          says before you decide anything.
        </p>
      </div>
      <div>
        <h2 className="text-xl">Taken back for thirty days</h2>
        <p className="mt-2 text-sm text-soft">
          Used once is fine; that is how one finds out. <Link to="/help/$topic" params={{ topic: "returns" }} className="link">Returns</Link> need no essay.
        </p>
      </div>
      <div>
        <h2 className="text-xl">Answered by a person</h2>
        <p className="mt-2 text-sm text-soft">
          There are four of us, and one of us will <Link to="/help/$topic" params={{ topic: "contact" }} className="link">write back</Link>. Usually the one who knows.
        </p>
      </div>
    </section>
  );
}
