import { Link } from "@tanstack/react-router";

interface CategoryLinksProps {
  categories: readonly { id: string; slug: string; name: string; productCount: number }[];
}

/** Categories side by side, each with how much is in it. */
export function CategoryLinks({ categories }: CategoryLinksProps) {
  return (
    <ul className="flex flex-wrap gap-x-7 gap-y-1">
      {categories.map(({ id, slug, name, productCount }) => (
        <li key={id}>
          <Link to="/categories/$slug" params={{ slug }} className="inline-flex min-h-9 items-baseline gap-1.5">
            <span className="link font-display text-lg">{name}</span>
            <span className="figures text-xs text-soft">{productCount}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
