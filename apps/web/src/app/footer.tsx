import { Container } from "../components/container.tsx";
import { SchemeSwitch } from "../features/shop/scheme-switch.tsx";
import { Link } from "@tanstack/react-router";

const linkClass = "inline-block py-1 underline-offset-4 hover:underline";

export function Footer({ shop }: { shop: { name: string; tagline: string } }) {
  return (
    <footer className="rule-double mt-24 border-t-3 border-b-0 [border-top-style:double] border-t-edge">
      <Container className="grid gap-x-14 gap-y-8 py-12 text-sm sm:grid-cols-2 lg:grid-cols-[1.6fr_1fr_1fr]">
        <div className="space-y-2">
          <p className="font-display text-xl">{shop.name}</p>
          <p className="max-w-[40ch] text-soft">{shop.tagline}. Prices are final, which is more than can be said of us.</p>
          <div className="-ml-3 sm:hidden">
            <SchemeSwitch />
          </div>
        </div>
        <nav aria-label="Help">
          <p className="mb-1 font-medium">Help</p>
          <ul className="text-soft">
            {Object.entries(helpLinks).map(([topic, text]) => (
              <li key={topic}>
                <Link to="/help/$topic" params={{ topic }} className={linkClass}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="Orders and account">
          <p className="mb-1 font-medium">Yours</p>
          <ul className="text-soft">
            <li>
              <Link to="/orders/find" className={linkClass}>
                Find an order
              </Link>
            </li>
            <li>
              <Link to="/account" className={linkClass}>
                Account
              </Link>
            </li>
            <li>
              <Link to="/cart" className={linkClass}>
                Cart
              </Link>
            </li>
          </ul>
        </nav>
      </Container>
    </footer>
  );
}

const helpLinks = { shipping: "Postage and delivery", returns: "Returns", contact: "Contact" };
