/**
 * The network that an address is counted under, for limits: an IPv4 address itself; of IPv6 the /64, since one household
 * or office has a whole one and could take a new address for every try.
 * @param address as the front gives it; anything else comes back unchanged
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  while (tail !== undefined && groups.length + last.length < 8) groups.push("0");
  const all = [...groups, ...last].map((group) => group.replace(/^0+(?=.)/, ""));
  return `${all.slice(0, 4).join(":")}::/64`;
}
