import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import type { FileProduct } from "../product-file/file-product.ts";

/** Products for one request, and how many of the file had been read when it was full. */
export interface Batch {
  products: ImportProductDraft[];
  /** Counted from the beginning of the file, refused ones too. */
  readUpTo: number;
}

// The server takes 1 MB a request; the rest is room for what is around the products.
const maxBatchBytes = 900_000;
// As many as the server takes: each request is a transaction, and few large ones cost the disk less than many small ones.
const maxBatchProducts = 500;
export const tooLarge = "The product is larger than the server takes in one request (0.9 MB).";

/** Gathers products into batches; those that can't be sent go to `onRefused`. */
export async function* gatherBatches(products: AsyncIterable<FileProduct>, onRefused: (read: FileProduct) => void): AsyncGenerator<Batch> {
  let batch: ImportProductDraft[] = [];
  let bytes = 0;
  let count = 0;
  for await (const read of products) {
    if (read.product) {
      const size = Buffer.byteLength(JSON.stringify(read.product)) + 1;
      if (size > maxBatchBytes) {
        onRefused({ ...read, product: null, problems: [{ row: read.row, column: "", message: tooLarge }] });
      } else {
        if (bytes + size > maxBatchBytes || batch.length === maxBatchProducts) {
          yield { products: batch, readUpTo: count };
          batch = [];
          bytes = 0;
        }
        batch.push(read.product);
        bytes += size;
      }
    } else {
      onRefused(read);
    }
    count += 1;
  }
  if (batch.length > 0) yield { products: batch, readUpTo: count };
}
