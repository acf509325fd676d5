/** Light or dark; null is what the visitor's system prefers. */
export type Scheme = "light" | "dark" | null;

const cookieName = "cartwright_scheme";
const yearSeconds = 31_536_000;

export function readScheme(cookieHeader: string): Scheme {
  const value = new RegExp(`(?:^|;\\s*)(?:__Host-)?${cookieName}=(light|dark)(?:;|$)`).exec(cookieHeader)?.[1];
  return value === "light" || value === "dark" ? value : null;
}

/** The cookie that remembers it, so that the server renders the right one. On https no other host can have set it. */
export function schemeCookie(scheme: "light" | "dark", isSecure: boolean): string {
  const rest = `path=/; max-age=${yearSeconds}; samesite=lax`;
  return isSecure ? `__Host-${cookieName}=${scheme}; ${rest}; secure` : `${cookieName}=${scheme}; ${rest}`;
}
