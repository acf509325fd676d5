import { Listing } from "../../features/catalog/listing.tsx";
import type { ListingBase, ListingSearch } from "../../features/catalog/listing-search.ts";
import { trpc } from "../../lib/trpc.ts";
import type { ReactNode } from "react";

interface ListingPageProps {
  title: string;
  description?: string;
  /** Above the title. */
  breadcrumbs?: ReactNode;
  /** Below the description. */
  children?: ReactNode;
  base: ListingBase;
  search: ListingSearch;
}

/** What the pages of a category, a brand and everything have in common. */
export function ListingPage({ title, description, breadcrumbs, children, base, search }: ListingPageProps) {
  const [shop] = trpc.shop.get.useSuspenseQuery();
  return (
    <div className="space-y-8">
      <header className="space-y-4">
        {breadcrumbs}
        <h1 className="text-3xl">{title}</h1>
        {description && <p className="max-w-[64ch] text-lg text-soft">{description}</p>}
        {children}
      </header>
      <Listing base={base} search={search} currency={shop.currency} />
    </div>
  );
}
