const BASE = "http://kantor.invalid";

/** Where to go after signing in: an address of the office on this host, else Meja kerja. Never another site. */
export function safeNext(next: string | null): string {
  return staysWithin("/kantor", next);
}

/** The same for a resident: an address of his own pages, else their first. */
export function safeResidentNext(next: string | null): string {
  return staysWithin("/warga", next);
}

function staysWithin(home: "/kantor" | "/warga", next: string | null): string {
  if (!next || !/^\/(?:kantor|warga)(?:[/?][\w\-./?=&%:]*)?$/.test(next) || next.includes("//")) return home;
  const path = next.split("?", 1)[0] ?? "";
  if (path !== home && !path.startsWith(`${home}/`)) return home;
  // `..`, also as `%2e%2e`, is resolved by browsers: whatever would not stay as it is written leads elsewhere.
  const staysPut = URL.canParse(next, BASE) && new URL(next, BASE).pathname === path;
  return staysPut && !/%(?:2e|2f|5c|25)/i.test(path) ? next : home;
}
