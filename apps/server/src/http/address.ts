import { BlockList, isIP } from "node:net";

const ownNetwork = new BlockList();
for (const [network, bits] of [["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["127.0.0.0", 8]] as const) ownNetwork.addSubnet(network, bits);
ownNetwork.addSubnet("fc00::", 7, "ipv6");
ownNetwork.addAddress("::1", "ipv6");

/** Whose request it is, by network address. A proxy of our own network is believed when it says for whom it asks; nobody else is. */
export function addressOf(headers: Headers, socket: { remoteAddress?: string | undefined } | undefined): string | null {
  const address = plain(socket?.remoteAddress);
  if (!address || !isOwn(address)) return address;
  const forwarded = plain(headers.get("x-forwarded-for")?.split(",").at(-1)?.trim());
  return forwarded && isIP(forwarded) ? forwarded : address;
}

/** The socket of a request that came through Node's HTTP server. */
export function socketOf(env: unknown): { remoteAddress?: string | undefined } | undefined {
  return (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
}

function plain(address: string | undefined): string | null {
  return address?.replace(/^::ffff:/, "") || null;
}

function isOwn(address: string): boolean {
  return ownNetwork.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
