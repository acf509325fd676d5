import { Container } from "../components/container.tsx";
import { LarkMark } from "../components/icons.tsx";
import { AccountLink } from "../features/accounts/account-link.tsx";
import { CartLink } from "../features/cart/cart-link.tsx";
import { CategoryMenu } from "../features/catalog/category-menu.tsx";
import { MobileMenu } from "../features/catalog/mobile-menu.tsx";
import { SearchButton } from "../features/search/search-button.tsx";
import { SearchField } from "../features/search/search-field.tsx";
import { SchemeSwitch } from "../features/shop/scheme-switch.tsx";
import { Link } from "@tanstack/react-router";

/** The masthead: the shop's name, the search, the way to cart and account, and the categories below. */
export function Header({ shop }: { shop: { name: string; tagline: string } }) {
  return (
    <header className="rule-double relative z-20 bg-paper">
      <Container className="grid grid-cols-[1fr_auto_1fr] items-center gap-x-2 py-2 sm:gap-x-3 lg:grid-cols-[auto_1fr_auto] lg:gap-x-6 lg:pt-6 lg:pb-2">
        <div className="lg:hidden">
          <MobileMenu />
        </div>
        <Link to="/" className="flex items-center gap-2.5 lg:col-start-1">
          <span className="text-action max-sm:hidden">
            <LarkMark />
          </span>
          <span className="font-display text-xl font-[480] tracking-tight sm:text-2xl">{shop.name}</span>
        </Link>
        <div className="hidden items-center justify-end gap-x-8 lg:flex">
          <p className="hidden flex-1 font-display text-base text-soft italic xl:block">{shop.tagline}</p>
          <div className="w-full max-w-md">
            <SearchField hasPopup />
          </div>
        </div>
        <div className="flex items-center justify-end gap-x-1 text-sm whitespace-nowrap sm:gap-x-3 lg:gap-x-5">
          <SearchButton />
          <div className="max-sm:hidden">
            <SchemeSwitch />
          </div>
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
