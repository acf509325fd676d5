import { useRouterState } from "@tanstack/react-router";

/** A thin line over the page while the next one is fetched. */
export function Progress() {
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  if (!isLoading) return null;
  return <div aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 animate-breathe bg-action" />;
}
