import type SMTPPool from "nodemailer/lib/smtp-pool";

const seconds = 1_000;
/** As many as the worker handles events at once. */
const connections = 4;

/**
 * How to reach the mail server that `SMTP_URL` names: `smtp://user:password@host:587`, or `smtps://…:465`. Without TLS nothing
 * is sent but to this machine. Each step has less time than a handler has in all.
 */
export function smtpOptions(url: string): SMTPPool.Options {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isSecure = protocol === "smtps:";
  return {
    pool: true,
    host,
    port: port ? Number(port) : isSecure ? 465 : 587,
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback(host),
    // A server on this machine has a certificate of its own making, if any.
    ...(isLoopback(host) ? { tls: { rejectUnauthorized: false } } : {}),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    maxConnections: connections,
    maxMessages: 100,
    // The outbox tries again, and knows for how long.
    maxRequeues: 0,
    dnsTimeout: 5 * seconds,
    connectionTimeout: 8 * seconds,
    greetingTimeout: 8 * seconds,
    socketTimeout: 15 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
