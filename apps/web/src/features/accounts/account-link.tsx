import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

export function AccountLink() {
  const { data: account } = trpc.accounts.me.useQuery();
  const linkClass = "hidden min-h-11 items-center underline-offset-4 hover:underline sm:flex";
  if (!account) {
    return (
      <Link to="/sign-in" className={linkClass}>
        Sign in
      </Link>
    );
  }
  return (
    <Link to="/account" className={linkClass}>
      <span className="max-w-40 truncate">{account.name.split(" ")[0]}</span>
      <span className="sr-only">, your account</span>
    </Link>
  );
}
