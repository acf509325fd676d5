import { Container } from "../../components/container.tsx";
import type { Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

type CategoryNode = Outputs["catalog"]["listCategories"][number];

/** The two levels below a category. */
export function CategoryPanel({ category, onFollow }: { category: CategoryNode; onFollow: () => void }) {
  return (
    <Container className="grid gap-x-10 gap-y-8 py-8 lg:grid-cols-[14rem_repeat(3,1fr)]">
      <p className="font-display text-xl">
        <Link to="/categories/$slug" params={{ slug: category.slug }} onClick={onFollow} className="link">
          All of {category.name}
        </Link>
      </p>
      {category.children.map((child) => (
        <div key={child.id}>
          <p className="font-medium">
            <Link to="/categories/$slug" params={{ slug: child.slug }} onClick={onFollow} className="underline-offset-4 hover:underline">
              {child.name}
            </Link>
          </p>
          <ul className="mt-2 space-y-1.5 text-sm text-soft">
            {child.children.map((grandchild) => (
              <li key={grandchild.id}>
                <Link
                  to="/categories/$slug"
                  params={{ slug: grandchild.slug }}
                  onClick={onFollow}
                  className="underline-offset-4 hover:text-ink hover:underline"
                >
                  {grandchild.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Container>
  );
}
