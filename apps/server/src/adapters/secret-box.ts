import type { SecretBox } from "@cartwright/core/accounts";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key that is made of the server's secret: `v1.<which secret>.<nonce, tag and text>`. */
export function secretBox(secret: string): SecretBox {
  const key = derive(secret, "seal", 32);
  const keyName = derive(secret, "name of the key", 6).toString("base64url");
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const box = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([box.update(text, "utf8"), box.final()]);
      return `v1.${keyName}.${Buffer.concat([nonce, box.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [version, name, content = ""] = sealed.split(".");
      if (version !== "v1" || name !== keyName) throw new Error("this was sealed under another CARTWRIGHT_SECRET");
      const bytes = Buffer.from(content, "base64url");
      const box = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(purpose));
      box.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([box.update(bytes.subarray(nonceBytes + tagBytes)), box.final()]).toString("utf8");
    },
  };
}

function derive(secret: string, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "cartwright", use, bytes));
}
