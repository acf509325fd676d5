import { buttonClass } from "../components/button-look.ts";
import { Link } from "@tanstack/react-router";

export function NotFoundPage() {
  return (
    <div className="max-w-xl space-y-5 py-12">
      <p className="figures text-sm text-soft">404</p>
      <h1 className="text-3xl">We looked in the shed as well.</h1>
      <p className="text-lg text-soft">There is nothing at this address. It may have been sold, moved, or never made.</p>
      <p className="flex flex-wrap gap-3 pt-2">
        <Link to="/" className={buttonClass({})}>
          Back to the beginning
        </Link>
        <Link to="/products" className={buttonClass({ look: "quiet" })}>
          See everything
        </Link>
      </p>
    </div>
  );
}
