/** An invitation works for 7 days, a link for a new password for one. */
export const INVITATION_DAYS = 7;
export const RESET_DAYS = 1;

/** Where a one-time link stands. */
export type LinkState = "open" | "used" | "revoked" | "expired";

interface LinkFacts {
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

/** State of a one-time link at an instant (ISO 8601, UTC). */
export function linkState(link: LinkFacts, now: string): LinkState {
  if (link.usedAt) return "used";
  if (link.revokedAt) return "revoked";
  return link.expiresAt > now ? "open" : "expired";
}

/** The instant, ISO 8601, at which a link made now stops working. */
export function linkExpiry(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString();
}

/**
 * A WhatsApp address with a text filled in.
 * @param phone digits starting with 62; without one WhatsApp asks whom to send it to
 */
export function whatsAppAddress(text: string, phone?: string | null): string {
  return `https://wa.me/${phone ?? ""}?text=${encodeURIComponent(text)}`;
}
