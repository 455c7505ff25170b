import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cancelled,
  type Delivery,
  isTakeable,
  LEASE_MILLIS,
  MOST_ATTEMPTS,
  newDelivery,
  type Outcome,
  recovered,
  sentAgain,
  settled,
  taken,
} from "#app/platform/reminders/delivery-rules.ts";

const ENDS = ["sent", "uncertain", "failed", "cancelled"];
const DAY = 86_400_000;

/** Hands the message over as often as it may go out, one answer after the other; null is a worker that was killed. */
function deliver(answers: readonly (Outcome | null)[], cancelAfter = Number.POSITIVE_INFINITY) {
  let now = 0;
  let row: Delivery = newDelivery(0);
  /** What the channel may have passed on. */
  let arrived = 0;
  let sends = 0;
  for (const [at, answer] of answers.entries()) {
    if (at === cancelAfter) row = cancelled(row);
    now = Math.max(now, row.notBefore);
    if (!isTakeable(row, now)) break;
    row = taken(row, now);
    sends++;
    if (answer === "taken" || answer === "unknown" || answer === null) arrived++;
    if (answer !== null) row = settled(row, answer, now);
    else row = recovered(row, now + LEASE_MILLIS);
    now += LEASE_MILLIS;
  }
  return { row, arrived, sends, now };
}

describe("a delivery", () => {
  it("ends with the first success", () => {
    expect(deliver(["taken", "taken"])).toMatchObject({ sends: 1, row: { state: "sent" } });
    expect(deliver(["not-now", "not-now", "taken"])).toMatchObject({ sends: 3, row: { state: "sent" } });
  });

  it("goes out once more where nobody knows whether it came, and then is said to be uncertain", () => {
    expect(deliver(["unknown", "taken"])).toMatchObject({ sends: 2, row: { state: "sent" } });
    expect(deliver([null, null, "taken"])).toMatchObject({ sends: 2, row: { state: "uncertain" } });
    expect(deliver(["unknown", "refused"]).row.state).toBe("uncertain");
  });

  it("fails where the channel refuses it, or takes nothing for two days", () => {
    expect(deliver(["refused"]).row.state).toBe("failed");
    const { row, sends, now } = deliver(Array<Outcome>(100).fill("not-now"));
    expect(row.state).toBe("failed");
    expect(sends).toBe(MOST_ATTEMPTS);
    expect(now).toBeGreaterThan(DAY / 2);
    expect(now).toBeLessThan(3 * DAY);
  });

  it("that waits is called off; one in the channel's hand is not, and what may have come is not forgotten", () => {
    const waiting = newDelivery(0);
    expect(cancelled(waiting).state).toBe("cancelled");
    expect(cancelled(taken(waiting, 0)).state).toBe("sending");
    const unsure = settled(taken(waiting, 0), "unknown", 1);
    expect(cancelled(unsure).state).toBe("uncertain");
  });

  it("is left to its worker for as long as its lease runs, and an answer that comes after that changes nothing", () => {
    const held = taken(newDelivery(0), 0);
    expect(recovered(held, LEASE_MILLIS - 1)).toEqual(held);
    const left = recovered(held, LEASE_MILLIS);
    expect(left).toMatchObject({ state: "waiting", isUncertain: true });
    expect(settled(left, "taken", LEASE_MILLIS + 1)).toEqual(left);
  });

  it("is sent again by hand after it failed, and never after it came", () => {
    expect(sentAgain(deliver(["refused"]).row, 5)).toEqual(newDelivery(5));
    expect(sentAgain(deliver([null, null]).row, 5)).toEqual(newDelivery(5));
    const { row } = deliver(["taken"]);
    expect(sentAgain(row, 5)).toEqual(row);
  });

  it("ends in exactly one way and comes twice at most, whatever channels and workers do", () => {
    const answers = fc.array(
      fc.constantFrom<Outcome | null>("taken", "refused", "not-now", "unknown", null),
      { minLength: MOST_ATTEMPTS, maxLength: 3 * MOST_ATTEMPTS },
    );
    const cancels = fc.integer({ min: 0, max: 3 * MOST_ATTEMPTS });
    fc.assert(
      fc.property(answers, cancels, (given, cancelAfter) => {
        const { row, arrived, sends } = deliver(given, cancelAfter);
        expect(ENDS).toContain(row.state);
        expect(arrived).toBeLessThanOrEqual(2);
        expect(sends).toBeLessThanOrEqual(MOST_ATTEMPTS);
        if (row.state === "failed" || row.state === "cancelled") expect(arrived).toBe(0);
        if (row.state === "sent") expect(given[sends - 1]).toBe("taken");
        expect(isTakeable(row, Number.MAX_SAFE_INTEGER)).toBe(false);
      }),
    );
  });
});
