import { Container } from "../components/container.tsx";
import { MergedCart } from "../features/cart/merged-cart.tsx";
import { trpc } from "../lib/trpc.ts";
import { Outlet } from "@tanstack/react-router";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Progress } from "./progress.tsx";
import { usePageFocus } from "./use-page-focus.ts";

export function Layout() {
  const [shop] = trpc.shop.get.useSuspenseQuery();
  usePageFocus("content");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-action focus:px-4 focus:py-2 focus:text-on-action"
      >
        Skip to the content
      </a>
      <Progress />
      <Header shop={shop} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        <Container className="pt-8 lg:pt-10">
          <MergedCart />
          <Outlet />
        </Container>
      </main>
      <Footer shop={shop} />
    </div>
  );
}
