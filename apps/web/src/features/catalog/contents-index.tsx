import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

type CategoryNode = Outputs["catalog"]["listCategories"][number];

/** The shop's categories, set like the contents page of a book. */
export function ContentsIndex() {
  const { data: categories = [] } = trpc.catalog.listCategories.useQuery();
  const filled = categories.filter((category) => category.productCount > 0);
  if (categories.length === 0) return null;
  return (
    <section aria-labelledby="contents" className="grid gap-x-16 gap-y-8 lg:grid-cols-[16rem_1fr]">
      <h2 id="contents" className="text-3xl">
        Contents
      </h2>
      <ol className="grid gap-x-14 gap-y-7 sm:grid-cols-2">
        {(filled.length > 0 ? filled : categories).map((category) => (
          <li key={category.id}>
            <ContentsEntry category={category} />
          </li>
        ))}
        <li>
          <h3 className="flex items-baseline text-xl">
            <Link to="/products" className="decoration-1 underline-offset-4 hover:underline">
              Everything
            </Link>
            <span aria-hidden className="leader" />
            <span className="text-base text-soft">all of it</span>
          </h3>
          <p className="mt-1.5 text-sm text-soft">In no order that we would defend</p>
        </li>
      </ol>
    </section>
  );
}

function ContentsEntry({ category: { slug, name, productCount, children } }: { category: CategoryNode }) {
  return (
    <>
      <h3 className="flex items-baseline text-xl">
        <Link to="/categories/$slug" params={{ slug }} className="decoration-1 underline-offset-4 hover:underline">
          {name}
        </Link>
        <span aria-hidden className="leader" />
        <span className="figures text-base text-soft">
          {productCount}
          <span className="sr-only"> {productCount === 1 ? "thing" : "things"}</span>
        </span>
      </h3>
      <p className="mt-1.5 text-sm text-soft">
        {children.map((child, index) => (
          <span key={child.id}>
            {index > 0 && ", "}
            <Link to="/categories/$slug" params={{ slug: child.slug }} className="hover:text-ink hover:underline">
              {child.name}
            </Link>
          </span>
        ))}
      </p>
    </>
  );
}
