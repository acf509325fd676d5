import { z } from "zod";
import type { ProviderKind } from "./oauth-provider.ts";

export const googleAddresses = {
  authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
  tokenUrl: "https://oauth2.googleapis.com/token",
  personUrl: "https://openidconnect.googleapis.com/v1/userinfo",
};

const Person = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().nullish(),
  email_verified: z.boolean().nullish(),
  name: z.string().nullish(),
});

/** OpenID Connect, with PKCE. Who it is comes from the provider itself and not through the browser, so no signature is checked. */
export const google: ProviderKind = {
  scopes: ["openid", "email", "profile"],
  hasPkce: true,
  async findPerson(read, { personUrl }) {
    const { sub, email, email_verified: isVerified, name } = Person.parse(await read(personUrl));
    return { subject: sub, email: email ?? null, isEmailVerified: isVerified === true, name: name ?? null };
  },
};
