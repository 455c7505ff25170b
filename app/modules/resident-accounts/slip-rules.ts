/** How long an activation slip opens its account. */
export const SLIP_DAYS = 14;

interface SlipFacts {
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

/** May a slip still be used? */
export function isSlipOpen({ expiresAt, usedAt, revokedAt }: SlipFacts, now: Date): boolean {
  return usedAt === null && revokedAt === null && expiresAt > now.toISOString();
}

/** When a slip that is made now ends, ISO 8601. */
export function slipExpiry(now: Date): string {
  return new Date(now.getTime() + SLIP_DAYS * 86_400_000).toISOString();
}
