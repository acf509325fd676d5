import { trpc } from "../../lib/trpc.ts";
import { useMemo } from "react";
import type { ProductView } from "./choose-variant.ts";

const refreshMilliseconds = 30_000;
const maxVariants = 100;

/** Units of each variant as of now. The page brings the first figures; they are asked for again while it is looked at. */
export function useAvailability({ variants, slug }: ProductView): ReadonlyMap<string, number> {
  const { dataUpdatedAt } = trpc.catalog.getProduct.useQuery({ slug });
  const shown = variants.slice(0, maxVariants);
  const { data } = trpc.inventory.getAvailability.useQuery(
    { variantIds: shown.map(({ id }) => id) },
    {
      initialData: shown.map(({ id, available }) => ({ variantId: id, available })),
      initialDataUpdatedAt: dataUpdatedAt,
      staleTime: refreshMilliseconds,
      refetchInterval: refreshMilliseconds,
    },
  );
  return useMemo(() => new Map(data.map(({ variantId, available }) => [variantId, available])), [data]);
}
