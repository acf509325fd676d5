import { z } from "zod";
import type { ProviderKind } from "./oauth-provider.ts";

export const githubAddresses = {
  authorizeUrl: "https://github.com/login/oauth/authorize",
  tokenUrl: "https://github.com/login/oauth/access_token",
  personUrl: "https://api.github.com/user",
};

const Person = z.object({ id: z.number().int(), login: z.string().nullish(), name: z.string().nullish() });
const Addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })).max(1_000);

/** No PKCE there. Addresses are asked for by themselves: the one in the profile may never have been confirmed. */
export const github: ProviderKind = {
  scopes: ["read:user", "user:email"],
  hasPkce: false,
  async findPerson(read, { personUrl }) {
    const person = Person.parse(await read(personUrl));
    const addresses = Addresses.parse(await read(`${personUrl}/emails`));
    const primary = addresses.find((address) => address.primary);
    return { subject: String(person.id), email: primary?.email ?? null, isEmailVerified: primary?.verified === true, name: person.name ?? person.login ?? null };
  },
};
