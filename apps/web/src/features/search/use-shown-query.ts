import { useLocation } from "@tanstack/react-router";
import { readText } from "./product-search.ts";

/** The words that are searched for on this page; empty on every other. */
export function useShownQuery(): string {
  return useLocation({
    select: ({ pathname, search }) => (pathname === "/search" ? (readText((search as { q?: unknown }).q) ?? "") : ""),
  });
}
