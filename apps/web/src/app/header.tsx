import { Container } from "../components/container.tsx";
import { LarkMark } from "../components/icons.tsx";
import { AccountLink } from "../features/accounts/account-link.tsx";
import { CartLink } from "../features/cart/cart-link.tsx";
import { CategoryMenu } from "../features/catalog/category-menu.tsx";
import { MobileMenu } from "../features/catalog/mobile-menu.tsx";
import { SchemeSwitch } from "../features/shop/scheme-switch.tsx";
import { Link } from "@tanstack/react-router";

/** The masthead: the shop's name, the way to cart and account, and the categories below. */
export function Header({ shop }: { shop: { name: string; tagline: string } }) {
  return (
    <header className="rule-double relative z-20 bg-paper">
      <Container className="grid grid-cols-[1fr_auto_1fr] items-center gap-x-3 py-2 lg:grid-cols-[auto_1fr_auto] lg:gap-x-6 lg:pt-6 lg:pb-2">
        <div className="lg:hidden">
          <MobileMenu />
        </div>
        <Link to="/" className="flex items-center gap-2.5 lg:col-start-1">
          <span className="text-action max-sm:hidden">
            <LarkMark />
          </span>
          <span className="font-display text-2xl font-[480] tracking-tight">{shop.name}</span>
        </Link>
        <p className="hidden font-display text-base text-soft italic lg:block">{shop.tagline}</p>
        <div className="flex items-center justify-end gap-x-4 text-sm sm:gap-x-5">
          <SchemeSwitch />
          <AccountLink />
          <CartLink />
        </div>
      </Container>
      <Container className="text-sm">
        <CategoryMenu />
      </Container>
    </header>
  );
}
