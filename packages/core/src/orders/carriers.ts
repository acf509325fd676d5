/** Who carries parcels, by the names that people write, and where each shows how far one has come. */
const carriers: readonly { names: readonly string[]; url: string }[] = [
  { names: ["dhl", "dhl express", "dhl paket", "deutsche post"], url: "https://www.dhl.com/global-en/home/tracking.html?tracking-id=" },
  { names: ["ups", "united parcel service"], url: "https://www.ups.com/track?tracknum=" },
  { names: ["fedex", "tnt"], url: "https://www.fedex.com/fedextrack/?trknbr=" },
  { names: ["dpd"], url: "https://tracking.dpd.de/status/en_US/parcel/" },
  { names: ["gls"], url: "https://gls-group.eu/EU/en/parcel-tracking?match=" },
  { names: ["hermes", "myhermes"], url: "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#" },
  { names: ["evri"], url: "https://www.evri.com/track/parcel/" },
  { names: ["royal mail"], url: "https://www.royalmail.com/track-your-item#/tracking-results/" },
  { names: ["usps", "us postal service"], url: "https://tools.usps.com/go/TrackConfirmAction?tLabels=" },
  { names: ["postnl"], url: "https://postnl.nl/tracktrace/?B=" },
  { names: ["bpost"], url: "https://track.bpost.cloud/btr/web/#/search?itemCode=" },
  { names: ["la poste", "colissimo"], url: "https://www.laposte.fr/outils/suivre-vos-envois?code=" },
  { names: ["chronopost"], url: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=" },
  { names: ["osterreichische post", "austrian post", "post.at"], url: "https://www.post.at/sv/sendungsdetails?snr=" },
  { names: ["swiss post", "schweizerische post", "die post", "la poste suisse"], url: "https://service.post.ch/ekp-web/ui/entry/search/" },
  { names: ["postnord"], url: "https://tracking.postnord.com/en/tracking?id=" },
  { names: ["correos"], url: "https://www.correos.es/es/en/tools/tracker/items/details?tracking-number=" },
  { names: ["poste italiane"], url: "https://www.poste.it/cerca/index.html#/risultati-spedizioni/" },
  { names: ["inpost"], url: "https://inpost.pl/en/find-parcel?number=" },
];

const urls = new Map(carriers.flatMap(({ names, url }) => names.map((name) => [fold(name), url] as const)));

/** The carrier's own page for a parcel; null when the carrier is not one we know, or there is no number. */
export function trackingUrl(carrier: string | null, trackingNumber: string | null): string | null {
  const url = carrier === null ? undefined : urls.get(fold(carrier));
  if (url === undefined || trackingNumber === null) return null;
  return url + encodeURIComponent(trackingNumber.replace(/\s+/g, ""));
}

/** `Österreichische Post`, `OESTERREICHISCHE-POST` and the like are one name. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/^oe/, "o")
    .replace(/[^\p{L}\d]/gu, "");
}
