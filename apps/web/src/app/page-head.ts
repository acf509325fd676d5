interface PageHead {
  title: string;
  description?: string | null | undefined;
  /** The one address of what is shown, without filters. */
  canonical?: string | undefined;
  image?: string | null | undefined;
  /** Pages of one person only. */
  isPrivate?: boolean;
}

/** What a page says of itself to browsers, search engines and whoever is sent its link. */
export function pageHead({ title, description, canonical, image, isPrivate = false }: PageHead) {
  return {
    meta: [
      { title },
      { property: "og:title", content: title },
      ...(description ? [{ name: "description", content: description }, { property: "og:description", content: description }] : []),
      ...(image ? [{ property: "og:image", content: image }] : []),
      ...(isPrivate ? [{ name: "robots", content: "noindex" }] : []),
    ],
    links: canonical ? [{ rel: "canonical", href: canonical }] : [],
  };
}
