import type { Row } from "./rows.ts";

const names = { shop: "shop", statements: "  same statements", json: "  bare JSON" };

/** A measurement as a line of text; a new kind of line brings its headings. */
export class Printer {
  private last = "";

  print(row: Row): void {
    const key = row.part === "throughput" ? `${row.dialect} ${row.part}` : row.part;
    if (key !== this.last) console.log(`\n${headings(row)}`);
    this.last = key;
    console.log(line(row));
  }
}

function headings(row: Row): string {
  switch (row.part) {
    case "throughput":
      return cells(["", "conn", "per s", "p50 ms", "p95 ms", "p99 ms", "cpu ms", "RSS MB", "shop/floor", "others", "failed"], row.dialect);
    case "pages":
      return cells(["", "conn", "per s", "p50 ms", "p95 ms", "p99 ms", "cpu ms", "RSS MB", "", "others", "failed"], "pages");
    case "hot":
      return cells(["", "variants", "conn", "per s", "p50 ms", "p99 ms", "floor", "p50 ms", "shop/floor", "others", "failed"], "hot");
    case "buyers":
      return cells(["", "buyers", "units", "orders", "refused", "otherwise", "seconds", "slowest ms", "others"], "buyers");
    case "past":
      return cells(["", "orders", "p50 ms", "p95 ms", "ratio", "others", "failed"], "past");
    case "scale":
      return cells(["", "products", "p50 ms", "products", "p50 ms", "ratio"], "scale");
    case "import":
      return cells(["", "products", "per s", "seconds", "CLI cpu ms", "server ms", "CLI MB", "server MB"], "import");
    case "signed in":
      return cells(["", "conn", "anonymous/s", "signed in/s", "share", "p95 ms", "p95 ms", "others", "failed"], "signed in");
    case "flood":
      return cells(["", "limits", "attacks/s", "quiet p95", "flooded p95", "ratio", "others", "failed"], "flood");
    case "memory":
      return cells(["", "idle MB", "loaded MB", "peak MB"], "memory");
  }
}

function line(row: Row): string {
  switch (row.part) {
    case "throughput": {
      const share = row.shopShare === null ? "" : row.shopShare.toFixed(2);
      return cells(["", row.connections, ...figures(row), share, cores(row), failed(row)], row.target === "shop" ? row.name : names[row.target]);
    }
    case "pages":
      return cells(["", row.connections, ...figures(row), "", cores(row), failed(row)], `${row.dialect} ${row.name}`);
    case "hot": {
      const { shop, floor } = row;
      const own = [rate(shop.perSecond), ms(shop.p50Ms), ms(shop.p99Ms)];
      const bare = [rate(floor.perSecond), ms(floor.p50Ms)];
      const others = ((shop.othersCores + floor.othersCores) / 2).toFixed(2);
      return cells(["", row.variants, row.connections, ...own, ...bare, row.shopShare.toFixed(2), others, failed(shop), failed(floor)], row.dialect);
    }
    case "buyers": {
      const counts = [row.buyers, row.units, row.orders, row.refused, row.otherwise];
      const told = Object.entries(row.answers).map(([answer, count]) => `\n  ${count} x ${answer}`);
      return `${cells(["", ...counts, row.seconds.toFixed(2), ms(row.slowestMs), cores(row)], row.dialect)}\n  ${row.wave}${told.join("")}`;
    }
    case "past":
      return cells(["", row.orders, ms(row.p50Ms), ms(row.p95Ms), row.ratio.toFixed(2), cores(row), row.failures || ""], row.dialect);
    case "scale":
      return cells(
        ["", row.small.products, ms(row.small.p50Ms), row.large.products, ms(row.large.p50Ms), row.ratio.toFixed(2)],
        `${row.dialect} ${row.name}`,
      );
    case "import":
      return cells(
        [
          "",
          row.products,
          rate(row.perSecond),
          row.seconds.toFixed(1),
          row.cliProcessorMs.toFixed(3),
          row.serverProcessorMs.toFixed(3),
          mb(row.cliPeakMb),
          mb(row.serverPeakMb),
        ],
        row.dialect,
      );
    case "signed in": {
      const { anonymous, signedIn } = row;
      const others = ((anonymous.othersCores + signedIn.othersCores) / 2).toFixed(2);
      return cells(["", row.connections, rate(anonymous.perSecond), rate(signedIn.perSecond), row.share.toFixed(2), ms(anonymous.p95Ms), ms(signedIn.p95Ms), others, failed(anonymous), failed(signedIn)], `${row.dialect} ${row.name}`);
    }
    case "flood":
      return cells(["", row.limits, rate(row.attacksPerSecond), ms(row.quietP95Ms), ms(row.floodedP95Ms), row.ratio.toFixed(2), cores(row), row.failures || ""], row.dialect);
    case "memory":
      return cells(["", mb(row.idleMb), mb(row.loadedMb), mb(row.peakMb)], row.dialect);
  }
}

function figures(row: { perSecond: number; p50Ms: number; p95Ms: number; p99Ms: number; processorMs: number; memoryMb: number }): string[] {
  return [rate(row.perSecond), ms(row.p50Ms), ms(row.p95Ms), ms(row.p99Ms), ms(row.processorMs), mb(row.memoryMb)];
}

function cores({ othersCores }: { othersCores: number }): string {
  return othersCores.toFixed(2);
}

function failed({ failures, firstFailure }: { failures: number; firstFailure: string | null }): string {
  return failures === 0 ? "" : `${failures} (${firstFailure ?? "no answer"})`;
}

function cells([, ...rest]: (string | number)[], first: string): string {
  return `${first.padEnd(24)}${rest.map((cell) => String(cell).padStart(11)).join("")}`;
}

const rate = (number: number) => (number >= 100 ? Math.round(number).toLocaleString("en") : number.toFixed(1));
const ms = (number: number) => (number >= 10 ? number.toFixed(1) : number.toFixed(2));
const mb = (number: number) => Math.round(number).toString();
