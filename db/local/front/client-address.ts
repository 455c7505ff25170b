import { BlockList, isIP } from "node:net";

/** Says who sent a request, given the peer's address and its X-Forwarded-For. */
export type AddressReader = (peer: string | undefined, forwardedFor: string | undefined) => string;

/**
 * Makes the reader of client addresses. Without trusted proxies the peer is the client, whatever it claims.
 * @param trusted addresses or networks, separated by commas: `10.0.0.5, 192.168.0.0/16`
 * @throws Error for an entry that is neither
 */
export function createAddressReader(trusted = ""): AddressReader {
  const proxies = new BlockList();
  for (const entry of trusted.split(",").map((each) => each.trim())) if (entry) addEntry(proxies, entry);
  const isTrusted = (address: string) => proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (peer, forwardedFor) => {
    const hops = [...(forwardedFor ?? "").split(","), peer ?? ""].map(plainAddress);
    let client = hops.pop() ?? "";
    while (client && isTrusted(client)) {
      const before = hops.pop();
      if (!before || !isIP(before)) break;
      client = before;
    }
    return client || "unknown";
  };
}

function addEntry(proxies: BlockList, entry: string): void {
  const [network = "", bits] = entry.split("/");
  const family = isIP(network) === 6 ? "ipv6" : "ipv4";
  if (!isIP(network) || (bits !== undefined && !/^\d{1,3}$/.test(bits))) {
    throw new Error(`TRUSTED_PROXY: not an address or network: ${entry}`);
  }
  if (bits === undefined) proxies.addAddress(network, family);
  else proxies.addSubnet(network, Number(bits), family);
}

/** IPv4 comes as `::ffff:1.2.3.4` on a socket that serves both families. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}
