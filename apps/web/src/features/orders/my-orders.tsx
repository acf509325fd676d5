import { Button } from "../../components/button.tsx";
import { buttonClass } from "../../components/button-look.ts";
import { Empty } from "../../components/empty.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { readError } from "../../lib/api-error.ts";
import { formatDay } from "../../lib/date.ts";
import { price } from "../../lib/money.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { statusText } from "./order-words.ts";
import { myOrders } from "./queries.ts";

type OrderRow = Outputs["orders"]["listMine"]["items"][number];

export function MyOrders() {
  const orders = trpc.orders.listMine.useInfiniteQuery(myOrders, { getNextPageParam: (page) => page.nextCursor });
  if (orders.isPending) return <Skeleton className="h-40" />;
  if (!orders.data) {
    return (
      <Notice tone="fault" isAlert>
        {readError(orders.error).message}
      </Notice>
    );
  }
  const rows = orders.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <NoOrders />;
  return (
    <div className="space-y-6">
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.id}>
            <OrderRowLink row={row} />
          </li>
        ))}
      </ul>
      {orders.hasNextPage && (
        <Button look="quiet" isPending={orders.isFetchingNextPage} pendingLabel="Fetching more …" onClick={() => void orders.fetchNextPage()}>
          Older orders
        </Button>
      )}
    </div>
  );
}

function OrderRowLink({ row }: { row: OrderRow }) {
  return (
    <Link
      to="/account/orders/$order"
      params={{ order: String(row.number) }}
      className="figures grid grid-cols-2 gap-x-4 gap-y-1 py-4 text-sm hover:bg-ground sm:grid-cols-[6rem_1fr_1fr_auto]"
    >
      <span className="font-medium">#{row.number}</span>
      <span className="max-sm:text-right">{formatDay(row.placedAt)}</span>
      <span className="text-soft">
        {statusText(row)}, {row.quantity === 1 ? "1 thing" : `${row.quantity} things`}
      </span>
      <span className="text-right font-medium">{price(row.total)}</span>
    </Link>
  );
}

function NoOrders() {
  return (
    <Empty
      title="No orders yet."
      actions={
        <Link to="/products" className={buttonClass({ look: "quiet" })}>
          See everything
        </Link>
      }
    >
      <p>They will stand here, in the order in which you gave in.</p>
    </Empty>
  );
}
