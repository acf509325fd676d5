import { Notice } from "../../../components/notice.tsx";
import { Link } from "@tanstack/react-router";

/** Orders that are still under way keep an account alive. */
export function OpenOrders({ details }: { details: Record<string, unknown> }) {
  const numbers = Array.isArray(details["orders"]) ? details["orders"].map(String) : [];
  return (
    <Notice tone="warn" title="Not yet: something is still under way." isAlert>
      <p>Goods, a return or money. Once these are over, come back:</p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {numbers.map((order) => (
          <li key={order}>
            <Link to="/account/orders/$order" params={{ order }} className="link figures">
              #{order}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
