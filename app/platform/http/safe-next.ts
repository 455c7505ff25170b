const BASE = "http://kantor.invalid";

/** Where to go after signing in: an address of the office on this host, else Meja kerja. Never another site. */
export function safeNext(next: string | null): string {
  if (!next || !/^\/kantor(?:[/?][\w\-./?=&%:]*)?$/.test(next) || next.includes("//")) return "/kantor";
  const path = next.split("?", 1)[0] ?? "";
  // `..`, also as `%2e%2e`, is resolved by browsers: whatever would not stay as it is written leads elsewhere.
  const staysPut = URL.canParse(next, BASE) && new URL(next, BASE).pathname === path;
  return staysPut && !/%(?:2e|2f|5c|25)/i.test(path) ? next : "/kantor";
}
