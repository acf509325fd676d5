import { formatDay } from "../../lib/date.ts";
import type { OrderView } from "./order-details.tsx";

type Shipment = OrderView["shipments"][number];

export function Shipments({ order: { shipments, lines } }: { order: OrderView }) {
  const titleOf = (lineId: string) => lines.find((line) => line.id === lineId)?.productTitle ?? "Something";
  return (
    <section className="space-y-3">
      <h2 className="text-xl">Parcels</h2>
      <ol className="space-y-4 text-sm">
        {shipments.map((shipment, index) => (
          <li key={shipment.id} className="border-l-4 border-action pl-4">
            <p className="font-medium">
              Parcel {index + 1}: {shipment.deliveredAt ? `delivered on ${formatDay(shipment.deliveredAt)}` : `sent on ${formatDay(shipment.shippedAt)}`}
            </p>
            {(shipment.carrier ?? shipment.trackingNumber) && <Tracking shipment={shipment} />}
            <p className="text-soft">{shipment.lines.map(({ lineId, quantity }) => `${quantity} × ${titleOf(lineId)}`).join(", ")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A link to the carrier's own page where we know it, else what is known as text. */
function Tracking({ shipment: { carrier, trackingNumber, trackingUrl } }: { shipment: Shipment }) {
  if (!trackingUrl) return <p className="figures wrap-anywhere text-soft">{[carrier, trackingNumber].filter(Boolean).join(", ")}</p>;
  return (
    <p className="figures wrap-anywhere text-soft">
      {carrier},{" "}
      <a href={trackingUrl} target="_blank" rel="noreferrer noopener" className="link">
        follow {trackingNumber}
        <span className="sr-only"> (opens the carrier’s page)</span>
      </a>
    </p>
  );
}
