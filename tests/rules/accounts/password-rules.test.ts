import { describe, expect, it } from "vitest";
import { passwordProblem } from "#app/modules/accounts/password-rules.ts";

const known = { names: ["Lalu Ahmad", "senggigi", "Senggigi"], phone: "6281234567890" };

describe("passwordProblem", () => {
  it.each(["kopi lombok pagi", "ikanbakar7", "Perahu-Biru", "rahasianya si A", "9402187365"])(
    "takes %s",
    (password) => {
      expect(passwordProblem(password, known)).toBeNull();
    },
  );

  it.each([
    ["tujuh 7", "short"],
    ["rahasia123", "common"],
    ["Password1!", "common"],
    ["12345678", "common"],
    ["987654321", "common"],
    ["aaaaaaaa", "common"],
    ["Bismillah99", "common"],
    ["Senggigi2027", "known"],
    ["desasenggigi", "known"],
    ["Desa Senggigi!", "known"],
    ["laluahmad1", "known"],
    ["081234567890", "known"],
    ["+62 812-3456-7890", "known"],
    ["81234567890", "known"],
  ])("refuses %s as %s", (password, problem) => {
    expect(passwordProblem(password, known)).toBe(problem);
  });
});
