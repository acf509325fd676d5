interface Variant {
  variantId: string;
  productSlug: string;
}

interface Level {
  location: { code: string };
  onHand: number;
}

/** The shop's admin, without a browser. */
export async function signInAsStaff(shopUrl: string) {
  let authorization = "";
  const call = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${shopUrl}/api/trpc/${path}`, { ...init, headers: { "content-type": "application/json", authorization } });
    const { result, error } = (await response.json()) as { result?: { data: Answer }; error?: { message: string } };
    if (!result) throw new Error(`${path}: ${error?.message}`);
    return result.data;
  };
  const send = <Answer>(path: string, input: unknown) => call<Answer>(path, { method: "POST", body: JSON.stringify(input) });
  const { token } = await send<{ token: string }>("accounts.signIn", { email: "admin@larkfield.example", password: "larkfield-admin" });
  authorization = `Bearer ${token}`;
  return {
    /** Any of staff's changes and questions, by the name of the procedure. */
    send,
    read: <Answer>(path: string, input: unknown) => call<Answer>(`${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
    /** Any variant of a product. */
    async variantOf(productSlug: string): Promise<Variant> {
      const { product } = await call<{ product: { variants: { id: string }[] } }>(`catalog.getProduct?input=${encodeURIComponent(JSON.stringify({ slug: productSlug }))}`);
      return { variantId: product.variants[0]?.id ?? "", productSlug };
    },
    /** So many at the location that serves first, and none elsewhere. */
    async setStock(variantId: string, units: number): Promise<void> {
      const { levels } = await call<{ levels: Level[] }>(`inventory.getLevels?input=${encodeURIComponent(JSON.stringify({ variantId }))}`);
      if (levels.length === 0) throw new Error(`${variantId} is not kept in stock`);
      for (const [place, { location, onHand }] of levels.entries()) {
        const to = place === 0 ? units : 0;
        if (onHand !== to) await send("inventory.adjust", { variantId, location: location.code, to, reason: "counted" });
      }
    },
  };
}
