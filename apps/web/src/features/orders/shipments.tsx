import { formatDay } from "../../lib/date.ts";
import type { OrderView } from "./order-details.tsx";

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
            {(shipment.carrier ?? shipment.trackingNumber) && (
              <p className="figures text-soft">{[shipment.carrier, shipment.trackingNumber].filter(Boolean).join(", ")}</p>
            )}
            <p className="text-soft">{shipment.lines.map(({ lineId, quantity }) => `${quantity} × ${titleOf(lineId)}`).join(", ")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
