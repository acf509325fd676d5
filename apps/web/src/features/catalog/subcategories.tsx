import { Link } from "@tanstack/react-router";

interface SubcategoriesProps {
  categories: { id: string; slug: string; name: string; productCount: number }[];
}

export function Subcategories({ categories }: SubcategoriesProps) {
  if (categories.length === 0) return null;
  return (
    <nav aria-label="Narrower categories">
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
    </nav>
  );
}
