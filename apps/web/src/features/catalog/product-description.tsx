/** Descriptions are HTML; the server keeps only harmless elements of it. */
export function ProductDescription({ html }: { html: string }) {
  if (!html) return null;
  return <div className="prose max-w-[62ch]" dangerouslySetInnerHTML={{ __html: html }} />;
}
