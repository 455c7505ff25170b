/** Where to go after signing in: an address of the office on this host, else Meja kerja. Never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/kantor(?:[/?][\w\-./?=&%:]*)?$/.test(next) && !next.includes("//") ? next : "/kantor";
}
