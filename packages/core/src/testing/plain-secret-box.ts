import type { SecretBox } from "../accounts/index.ts";

/** Seals nothing, but tells a wrong purpose. */
export const plainSecretBox: SecretBox = {
  seal: (text, purpose) => JSON.stringify([purpose, text]),
  open(sealed, purpose) {
    const [sealedFor, text] = JSON.parse(sealed) as [string, string];
    if (sealedFor !== purpose) throw new Error("sealed for something else");
    return text;
  },
};
