import { describe, expect, it } from "vitest";
import { permissionsOf } from "#app/modules/accounts/permissions.ts";
import { refuseAction, tracesIn } from "#app/modules/complaints/complaint-rules.ts";

describe("who does what to a complaint", () => {
  const doer = (position: string, accountId = "him") => ({
    accountId,
    permissions: permissionsOf([position], false),
  });
  const of = (
    state: "new" | "assigned" | "answered" | "closed" | "refused",
    ownerAccountId: string | null,
  ) => ({
    state,
    ownerAccountId,
  });

  it("is for its owner and for who assigns", () => {
    expect(refuseAction(of("assigned", "him"), "answer", doer("kasi-pelayanan"))).toBeNull();
    expect(refuseAction(of("assigned", "else"), "answer", doer("kasi-pelayanan"))).toBe("not-yours");
    expect(refuseAction(of("assigned", "him"), "refuse", doer("kasi-pelayanan"))).toBe("not-yours");
    expect(refuseAction(of("new", null), "refuse", doer("sekretaris-desa"))).toBeNull();
    expect(refuseAction(of("assigned", "him"), "answer", doer("ketua-rt"))).toBe("not-yours");
  });

  it("follows its state", () => {
    const head = doer("kepala-desa");
    expect(refuseAction(of("closed", null), "answer", head)).toBe("wrong-state");
    expect(refuseAction(of("new", null), "close", head)).toBe("wrong-state");
    expect(refuseAction(of("new", null), "publish", head)).toBe("wrong-state");
    expect(refuseAction(of("refused", null), "publish", head)).toBe("wrong-state");
    expect(refuseAction(of("answered", null), "publish", head)).toBeNull();
  });
});

describe("a text for the public", () => {
  it("is looked through for phones and for the sender's name", () => {
    expect(tracesIn("Hubungi 0812-7000-1234.", [])).toEqual(["phone"]);
    expect(tracesIn("Hubungi +62 812 7000 1234.", [])).toEqual(["phone"]);
    expect(tracesIn("Sahrum mengeluh.", ["Inaq Sahrum"])).toEqual(["name"]);
    expect(tracesIn("INAQ dan warga mengeluh.", ["Inaq Sahrum"])).toEqual([]);
    expect(tracesIn("Jalan RT 08 sepanjang 812 meter ditambal 2026.", ["A. Li"])).toEqual([]);
    expect(tracesIn("Sahrumi.", ["Sahrum", null])).toEqual([]);
  });
});
