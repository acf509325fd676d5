import { BlockList, isIP } from "node:net";

interface Socket {
  remoteAddress?: string | undefined;
}

/** Whose request it is, by network address; null when there is no telling. */
export type AddressOf = (headers: Headers, socket: Socket | undefined) => string | null;

/**
 * What a proxy says of whom it asks for (`X-Forwarded-For`) is believed of proxies that the configuration trusts, and of
 * nobody else: how many stand in front of this server, or which addresses they have (`10.0.0.0/8, 192.0.2.7`).
 * Errors: one line when it is neither.
 */
export function trustProxies(trusted: string | null): AddressOf {
  if (trusted === null) return (_, socket) => plain(socket?.remoteAddress);
  if (/^\d{1,2}$/.test(trusted)) return behind(Number(trusted));
  return behindThese(readNetworks(trusted));
}

/** The last of the list was written by the proxy that asks, the one before it by the proxy before. */
function behind(count: number): AddressOf {
  return (headers, socket) => {
    const own = plain(socket?.remoteAddress);
    const forwarded = count === 0 ? undefined : forwardedBy(headers).at(-count);
    return forwarded && isIP(forwarded) ? forwarded : own;
  };
}

/** From the socket backwards, the first that is none of ours. */
function behindThese(networks: BlockList): AddressOf {
  const isOurs = (address: string) => networks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (headers, socket) => {
    let address = plain(socket?.remoteAddress);
    const chain = forwardedBy(headers);
    while (address && isOurs(address)) {
      const before = chain.pop();
      if (before === undefined || !isIP(before)) break;
      address = before;
    }
    return address;
  };
}

/** The socket of a request that came through Node's HTTP server. */
export function socketOf(env: unknown): Socket | undefined {
  return (env as { incoming?: { socket?: Socket } } | undefined)?.incoming?.socket;
}

function forwardedBy(headers: Headers): string[] {
  const text = headers.get("x-forwarded-for");
  return text === null ? [] : text.split(",").map((part) => plain(part.trim()) ?? "");
}

function readNetworks(text: string): BlockList {
  const networks = new BlockList();
  for (const part of text.split(",").map((word) => word.trim()).filter(Boolean)) {
    const [address = "", bits, ...rest] = part.split("/");
    const version = isIP(address);
    const length = bits === undefined ? (version === 6 ? 128 : 32) : Number(/^\d{1,3}$/.exec(bits)?.[0] ?? Number.NaN);
    if (version === 0 || rest.length > 0 || !(length <= (version === 6 ? 128 : 32))) {
      throw new Error(`TRUSTED_PROXIES must be how many proxies there are, or their addresses such as 10.0.0.0/8, not "${part}"`);
    }
    networks.addSubnet(address, length, version === 6 ? "ipv6" : "ipv4");
  }
  return networks;
}

function plain(address: string | undefined): string | null {
  return address?.replace(/^::ffff:/, "") || null;
}
