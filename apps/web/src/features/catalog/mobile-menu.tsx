import { ChevronIcon, MenuIcon } from "../../components/icons.tsx";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link, useLocation } from "@tanstack/react-router";

type CategoryNode = Outputs["catalog"]["listCategories"][number];

/** The categories on small screens: plain disclosures, which open without JavaScript too. A new page closes them. */
export function MobileMenu() {
  const { data: categories = [] } = trpc.catalog.listCategories.useQuery();
  const { pathname } = useLocation();
  return (
    <details key={pathname} className="group lg:hidden">
      <summary className="-ml-2 flex min-h-11 items-center gap-2 px-2">
        <MenuIcon />
        <span className="text-sm max-[22.5rem]:sr-only">Menu</span>
      </summary>
      <nav
        aria-label="Categories"
        className="absolute inset-x-0 top-full z-30 max-h-[80dvh] overflow-y-auto border-b border-edge bg-sheet px-5 pt-2 pb-6 shadow-lg"
      >
        <ul className="divide-y divide-line">
          {categories.map((category) => (
            <li key={category.id}>
              <MobileBranch category={category} />
            </li>
          ))}
          <li>
            <Link to="/products" className="block py-3 font-display text-lg">
              Everything
            </Link>
          </li>
          <li className="flex gap-6 py-3 text-sm">
            <Link to="/account">Account</Link>
            <Link to="/orders/find">Find an order</Link>
          </li>
        </ul>
      </nav>
    </details>
  );
}

function MobileBranch({ category: { slug, name, children } }: { category: CategoryNode }) {
  return (
    <details className="group/branch">
      <summary className="flex items-center justify-between py-3 font-display text-lg">
        {name}
        <span className="text-soft transition-transform group-open/branch:rotate-180">
          <ChevronIcon />
        </span>
      </summary>
      <ul className="space-y-4 pb-5 pl-4">
        <li>
          <Link to="/categories/$slug" params={{ slug }} className="link">
            All of {name}
          </Link>
        </li>
        {children.map((child) => (
          <li key={child.id}>
            <Link to="/categories/$slug" params={{ slug: child.slug }} className="font-medium">
              {child.name}
            </Link>
            {child.children.length > 0 && (
              <ul className="mt-1.5 space-y-1 text-soft">
                {child.children.map((grandchild) => (
                  <li key={grandchild.id}>
                    <Link to="/categories/$slug" params={{ slug: grandchild.slug }} className="inline-block py-1">
                      {grandchild.name}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
