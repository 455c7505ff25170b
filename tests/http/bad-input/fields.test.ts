import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { routeTable } from "#app/route-table.ts";
import { testApp } from "#tests/support/app.ts";
import { type OfficeStage, setOfficeStage } from "#tests/support/office-stage.ts";
import { FORMS } from "./all-forms.ts";
import { FormTrial } from "./attempts.ts";
import { DUKCAPIL_BUTTON_ROUTES } from "./dukcapil-forms.ts";
import { EVENT_BUTTON_ROUTES } from "./event-forms.ts";
import { IMPORT_BUTTON_ROUTES } from "./import-forms.ts";
import { MAIL_BUTTON_ROUTES } from "./mail-forms.ts";
import { expectNoFaults } from "./no-faults.ts";
import { OVERSIGHT_BUTTON_ROUTES } from "./oversight-forms.ts";
import { BUTTON_ROUTES } from "./people-forms.ts";
import { POPULATION_BUTTON_ROUTES } from "./population-forms.ts";
import { REGISTER_BUTTON_ROUTES } from "./register-forms.ts";
import { RESIDENT_BUTTON_ROUTES } from "./resident-forms.ts";

const app = testApp();
expectNoFaults(app);
/** Forms of a file alone: files.test.ts. */
const FILE_ROUTES = ["/kantor/program-kerja/:tahun/impor", "/kabupaten/daftar-perangkat"];

let stage: OfficeStage;
beforeAll(async () => {
  stage = await setOfficeStage(app);
}, 60_000);

// First all that must be refused, over all forms: what is stored by the second round must not stand in its way.
describe("a wrong value is refused with a sentence, keeps the rest and changes nothing", () => {
  it.each(FORMS.map((form) => [form.name, form] as const))("in %s", { timeout: 120_000 }, async (_, form) => {
    const trial = new FormTrial(app, stage, form);
    await trial.sendWrongValues();
    expect(trial.faults).toEqual([]);
  });
});

describe("markup in a text field is refused, or shown as the text that it is", () => {
  it.each(FORMS.map((form) => [form.name, form] as const))("in %s", { timeout: 120_000 }, async (_, form) => {
    const trial = new FormTrial(app, stage, form);
    await trial.sendMarkup();
    expect(trial.faults.filter((fault) => !/its page answers/.test(fault))).toEqual([]);
  });
});

it("is tried on every form that there is", () => {
  const takesForms = routeTable.filter(({ owner, page }) =>
    /export const action\b/.test(readFileSync(`app/modules/${owner}/pages/${page}.tsx`, "utf8")),
  );
  const tried = new Set([
    ...FORMS.map(({ route }) => route),
    ...BUTTON_ROUTES,
    ...MAIL_BUTTON_ROUTES,
    ...DUKCAPIL_BUTTON_ROUTES,
    ...IMPORT_BUTTON_ROUTES,
    ...EVENT_BUTTON_ROUTES,
    ...POPULATION_BUTTON_ROUTES,
    ...RESIDENT_BUTTON_ROUTES,
    ...REGISTER_BUTTON_ROUTES,
    ...OVERSIGHT_BUTTON_ROUTES,
    ...FILE_ROUTES,
  ]);
  expect(takesForms.map(({ address }) => address).filter((address) => !tried.has(address))).toEqual([]);
});
