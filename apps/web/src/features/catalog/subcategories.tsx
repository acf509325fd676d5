import { CategoryLinks } from "../../components/category-links.tsx";

interface SubcategoriesProps {
  categories: { id: string; slug: string; name: string; productCount: number }[];
}

export function Subcategories({ categories }: SubcategoriesProps) {
  if (categories.length === 0) return null;
  return (
    <nav aria-label="Narrower categories">
      <CategoryLinks categories={categories} />
    </nav>
  );
}
