/** What became of one message to one account by one channel. `sent`, `uncertain`, `failed` and `cancelled` are ends. */
export type DeliveryState = "waiting" | "sending" | "sent" | "uncertain" | "failed" | "cancelled";

export interface Delivery {
  state: DeliveryState;
  /** Times it was handed to the channel. */
  attempts: number;
  /** It may already have arrived: it goes out once more under the same key, and then never again. */
  isUncertain: boolean;
  /** Not before this it goes out, in milliseconds of the epoch. */
  notBefore: number;
  /** While a worker has it in hand; who finds it passed takes the outcome for unknown. */
  leasedUntil: number | null;
}

/**
 * What a channel says: taken; refused for good (the address is gone); not taken now (nothing went out); or nothing that
 * tells whether it was taken (the connection ended in between).
 */
export type Outcome = "taken" | "refused" | "not-now" | "unknown";

export const LEASE_MILLIS = 2 * 60_000;
const FIRST_BACKOFF_MILLIS = 60_000;
const MOST_BACKOFF_MILLIS = 6 * 3_600_000;
/** About two days of a channel that takes nothing. */
export const MOST_ATTEMPTS = 12;

/** A delivery as it begins. */
export function newDelivery(notBefore: number): Delivery {
  return { state: "waiting", attempts: 0, isUncertain: false, notBefore, leasedUntil: null };
}

/** May a worker take it in hand now? */
export function isTakeable({ state, notBefore }: Delivery, now: number): boolean {
  return state === "waiting" && notBefore <= now;
}

/** The row before it is handed to the channel: the attempt is counted first, so that one that kills the process counts. */
export function taken(delivery: Delivery, now: number): Delivery {
  if (!isTakeable(delivery, now)) throw new Error(`a delivery that is ${delivery.state} can't be taken`);
  return { ...delivery, state: "sending", attempts: delivery.attempts + 1, leasedUntil: now + LEASE_MILLIS };
}

/** The row after the channel has answered. An answer that comes when the row has moved on changes nothing. */
export function settled(delivery: Delivery, outcome: Outcome, now: number): Delivery {
  if (delivery.state !== "sending") return delivery;
  const free = { ...delivery, leasedUntil: null };
  if (outcome === "taken") return { ...free, state: "sent" };
  if (outcome === "refused") return { ...free, state: delivery.isUncertain ? "uncertain" : "failed" };
  if (outcome === "unknown" && delivery.isUncertain) return { ...free, state: "uncertain" };
  const isUncertain = delivery.isUncertain || outcome === "unknown";
  if (delivery.attempts >= MOST_ATTEMPTS) return { ...free, state: isUncertain ? "uncertain" : "failed" };
  return { ...free, state: "waiting", isUncertain, notBefore: now + backoffMillis(delivery.attempts) };
}

/** A row whose worker never came back: its outcome is unknown. */
export function recovered(delivery: Delivery, now: number): Delivery {
  const isLeft = delivery.state === "sending" && (delivery.leasedUntil ?? 0) <= now;
  return isLeft ? settled(delivery, "unknown", now) : delivery;
}

/** What it tells of has been moved or called off. What is in the channel's hand can't be called back. */
export function cancelled(delivery: Delivery): Delivery {
  if (delivery.state !== "waiting") return delivery;
  return { ...delivery, state: delivery.isUncertain ? "uncertain" : "cancelled" };
}

/** A person sends again what failed, or what perhaps never came; what surely came is not sent twice. */
export function sentAgain(delivery: Delivery, now: number): Delivery {
  if (delivery.state !== "failed" && delivery.state !== "uncertain") return delivery;
  return newDelivery(now);
}

/** 1, 2, 4 … minutes, six hours at most. */
function backoffMillis(attempts: number): number {
  return Math.min(FIRST_BACKOFF_MILLIS * 2 ** (attempts - 1), MOST_BACKOFF_MILLIS);
}
