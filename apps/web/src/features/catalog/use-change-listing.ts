import { useNavigate } from "@tanstack/react-router";
import type { ListingSearch } from "./listing-search.ts";

/** Goes to the same list with other filters, without jumping to the top. */
export function useChangeListing(): (search: ListingSearch) => void {
  const navigate = useNavigate();
  return (search) => void navigate({ to: ".", search, resetScroll: false });
}
