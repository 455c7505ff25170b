import { describe, expect, it } from "vitest";
import { permissionsOf } from "#app/modules/accounts/permissions.ts";
import {
  isLate,
  LETTER_ACTIONS,
  LETTER_STATES,
  type LetterAction,
  type LetterState,
  nextStop,
  refuseAction,
} from "#app/modules/letters/chain-rules.ts";

const doer = (position: string) => ({
  accountId: position,
  permissions: permissionsOf([position], false),
  positions: [{ position }],
});

/** State -> what each may do to a letter that is there (waiting for the review in brackets). */
const TABLE: [LetterState, string | null, Record<string, LetterAction[]>][] = [
  ["asked", "counter", { operator: ["complete", "fill", "cancel"], "kepala-desa": ["cancel"] }],
  ["draft", "counter", { operator: ["fill", "submit", "cancel"], "kepala-desa": ["cancel"] }],
  [
    "review",
    "kasi",
    {
      operator: ["cancel"],
      "kasi-pelayanan": ["approve", "return", "cancel"],
      "sekretaris-desa": ["approve", "return", "cancel"],
      "kepala-desa": ["cancel"],
    },
  ],
  [
    "review",
    "sekdes",
    {
      operator: ["cancel"],
      "kasi-pelayanan": ["cancel"],
      "sekretaris-desa": ["approve", "return", "cancel"],
      "kepala-desa": ["approve", "return", "cancel"],
    },
  ],
  [
    "waiting",
    "signer",
    { operator: ["return", "refreeze", "sign", "cancel"], "kepala-desa": ["return", "sign", "cancel"] },
  ],
  [
    "signed",
    "counter",
    { operator: ["hand"], "kepala-desa": ["cancel"], "sekretaris-desa": ["hand", "cancel"] },
  ],
  ["handed", null, { operator: [], "kepala-desa": ["cancel"] }],
  ["returned", "counter", { operator: ["fill", "submit", "cancel"], "kepala-desa": ["cancel"] }],
  ["cancelled", null, { operator: [], "kepala-desa": [], "sekretaris-desa": [] }],
];

describe("who may do what to a letter, state by state", () => {
  it.each(TABLE)("%s (%s)", (state, waitsFor, byPosition) => {
    for (const [position, allowed] of Object.entries(byPosition)) {
      const may = LETTER_ACTIONS.filter(
        (action) => refuseAction({ state, waitsFor, createdBy: "operator" }, action, doer(position)) === null,
      );
      expect([position, may]).toEqual([position, allowed]);
    }
  });

  it("lets nobody review what he wrote himself, but who signs", () => {
    const approval = (position: string, createdBy: string) =>
      refuseAction({ state: "review", waitsFor: "kasi", createdBy }, "approve", doer(position));
    expect(approval("kasi-pelayanan", "kasi-pelayanan")).toBe("own-letter");
    expect(approval("kasi-pemerintahan", "kasi-pelayanan")).toBeNull();
    expect(approval("sekretaris-desa", "sekretaris-desa")).toBeNull();
  });

  it("covers every state, and lets nobody else do anything", () => {
    expect(new Set(TABLE.map(([state]) => state))).toEqual(new Set(LETTER_STATES));
    for (const position of ["kaur-keuangan", "ketua-rt", "ketua-bpd"])
      for (const [state, waitsFor] of TABLE)
        for (const action of LETTER_ACTIONS)
          expect(
            refuseAction({ state, waitsFor, createdBy: "operator" }, action, doer(position)),
          ).not.toBeNull();
  });
});

describe("the way on", () => {
  it("goes through the reviews of the kind, in their order, to the signature", () => {
    expect(nextStop([], null)).toMatchObject({ state: "waiting" });
    expect(nextStop(["kasi", "sekdes"], null)).toEqual({ state: "review", waitsFor: "kasi" });
    expect(nextStop(["kasi", "sekdes"], "kasi")).toEqual({ state: "review", waitsFor: "sekdes" });
    expect(nextStop(["kasi", "sekdes"], "sekdes")).toMatchObject({ state: "waiting" });
    expect(nextStop(["sekdes"], "kasi")).toMatchObject({ state: "waiting" });
  });
});

it("calls a letter late that is not signed by the promised time", () => {
  const now = new Date("2026-11-24T02:00:00.000Z");
  const late = { state: "review", promisedAt: "2026-11-24T01:59:00.000Z" };
  expect(isLate(late, now)).toBe(true);
  expect(isLate({ ...late, promisedAt: "2026-11-24T02:01:00.000Z" }, now)).toBe(false);
  for (const state of ["signed", "handed", "cancelled"]) expect(isLate({ ...late, state }, now)).toBe(false);
});
