import { describe, expect, it } from "vitest";
import {
  acceptsUpdates,
  approvalObstacle,
  canEditActivity,
  canEditProgramme,
  canMoveProgramme,
  canMoveReview,
  canMoveUpdate,
  canReviewActivities,
  isDueToRun,
  nextProgrammeStates,
  PROGRAMME_STATES,
  REVIEW_STATES,
  reviewAfterEdit,
  reviewAfterSubmission,
  UPDATE_STATES,
  versionAt,
} from "#app/modules/programme/rules.ts";

function moves<S extends string>(states: readonly S[], canMove: (from: S, to: S) => boolean): string[] {
  return states.flatMap((from) => states.filter((to) => canMove(from, to)).map((to) => `${from} ${to}`));
}

describe("states", () => {
  it("a programme moves along these lines and no others", () => {
    expect(moves(PROGRAMME_STATES, canMoveProgramme)).toEqual([
      "draft submitted",
      "submitted returned",
      "submitted approved",
      "returned submitted",
      "approved running",
      "running closed",
    ]);
    expect(nextProgrammeStates("closed")).toEqual([]);
  });

  it("an update ends approved; a returned one is submitted again", () => {
    expect(moves(UPDATE_STATES, canMoveUpdate)).toEqual([
      "draft submitted",
      "submitted returned",
      "submitted approved",
      "returned submitted",
    ]);
  });

  it("a review may be withdrawn and reopened, but nothing is reviewed twice in the same state", () => {
    expect(REVIEW_STATES.some((state) => canMoveReview(state, state))).toBe(false);
    expect(canMoveReview("returned", "open")).toBe(true);
    expect(canMoveReview("accepted", "returned")).toBe(true);
  });
});

describe("review of a submitted programme", () => {
  it("blocks approval while an activity is returned, then accepts the open ones with the whole", () => {
    expect(approvalObstacle("submitted", ["accepted", "returned", "open"])).toBe("activities_returned");
    const mended = (["accepted", "returned", "open"] as const).map(reviewAfterSubmission);
    expect(mended).toEqual(["accepted", "open", "open"]);
    expect(approvalObstacle("submitted", mended)).toBeNull();
  });

  it("refuses an empty programme and one that was not submitted", () => {
    expect(approvalObstacle("submitted", [])).toBe("no_activities");
    expect(PROGRAMME_STATES.filter((state) => approvalObstacle(state, ["open"]) === null)).toEqual([
      "submitted",
    ]);
  });

  it("opens only the returned activity for mending, and all of a returned programme", () => {
    expect(canEditActivity("submitted", "returned")).toBe(true);
    expect(canEditActivity("submitted", "open")).toBe(false);
    expect(canEditActivity("submitted", "accepted")).toBe(false);
    expect(canEditActivity("returned", "accepted")).toBe(true);
    expect(canEditActivity("running", "returned")).toBe(false);
    expect(PROGRAMME_STATES.filter(canEditProgramme)).toEqual(["draft", "returned"]);
    expect(PROGRAMME_STATES.filter(canReviewActivities)).toEqual(["submitted"]);
  });

  it("sends an accepted activity back to be looked at once it was edited", () => {
    expect(REVIEW_STATES.map(reviewAfterEdit)).toEqual(["open", "returned", "open"]);
  });
});

describe("running", () => {
  it("starts on 1 January of its year and only then takes updates", () => {
    expect(isDueToRun("approved", 2027, "2026-12-31")).toBe(false);
    expect(isDueToRun("approved", 2027, "2027-01-01")).toBe(true);
    expect(isDueToRun("submitted", 2027, "2027-02-01")).toBe(false);
    expect(PROGRAMME_STATES.filter(acceptsUpdates)).toEqual(["running"]);
  });
});

describe("versions", () => {
  const versions = [
    { version: 3, validFrom: "2027-07-01" },
    { version: 1, validFrom: "2026-12-01" },
    { version: 2, validFrom: "2027-07-01" },
  ];

  it("picks what held on the day, the higher number of one day", () => {
    expect(versionAt(versions, "2027-06-30")?.version).toBe(1);
    expect(versionAt(versions, "2027-07-01")?.version).toBe(3);
    expect(versionAt(versions, "2029-01-01")?.version).toBe(3);
  });

  it("falls back to the first plan before its day and has none without versions", () => {
    expect(versionAt(versions, "2026-01-01")?.version).toBe(1);
    expect(versionAt([], "2027-01-01")).toBeNull();
  });

  it("answers for an old day the same after a later change", () => {
    const later = [...versions, { version: 4, validFrom: "2027-10-01" }];
    expect(versionAt(later, "2027-08-15")).toEqual(versionAt(versions, "2027-08-15"));
  });
});
