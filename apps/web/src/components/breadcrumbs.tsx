import { Link } from "@tanstack/react-router";

interface BreadcrumbsProps {
  categories: readonly { slug: string; name: string }[];
  current: string;
}

export function Breadcrumbs({ categories, current }: BreadcrumbsProps) {
  return (
    <nav aria-label="Where you are" className="text-sm text-soft">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        <li>
          <Link to="/" className="hover:text-ink hover:underline">
            Home
          </Link>
        </li>
        {categories.map(({ slug, name }) => (
          <li key={slug} className="before:mr-2 before:content-['/'] before:text-edge">
            <Link to="/categories/$slug" params={{ slug }} className="hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
        <li aria-current="page" className="text-ink before:mr-2 before:content-['/'] before:text-edge">
          {current}
        </li>
      </ol>
    </nav>
  );
}
