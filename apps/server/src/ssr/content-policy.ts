interface PolicyOptions {
  nonce: string;
  /** On https, what a page names by http is fetched by https. */
  isSecure: boolean;
  /** Vite puts its styles into the page, and tells of changes through a socket. */
  isDevelopment: boolean;
}

/**
 * What a page may load and do. No script and no style but our files and what carries this answer's nonce. Pictures may come
 * from elsewhere: an import keeps addresses that could not be fetched.
 */
export function contentPolicy({ nonce, isSecure, isDevelopment }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https: http:",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
