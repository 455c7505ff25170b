import { describe, expect, it } from "vitest";
import { openVisitor, SCREENS } from "#tests/support/browser.ts";
import {
  findAxeViolations,
  findOtherAxeViolations,
  findWideElements,
  noteShown,
  openCopy,
} from "#tests/support/page-checks.ts";

async function openMarkup(markup: string) {
  const visitor = await openVisitor();
  await visitor.page.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="id"><title>Uji</title><main><h1>Uji</h1>${markup}</main></html>`,
    }),
  );
  await visitor.go("/uji");
  return openCopy(visitor.page);
}

describe("what every page is checked for", () => {
  it("sees a field without a label and text that is too pale", async () => {
    const page = await openMarkup(`<input name="nama"><p style="color: #ccc">Tulisan yang pucat sekali</p>`);
    expect((await findAxeViolations(page)).map((each) => each.id)).toEqual(["color-contrast", "label"]);
  });

  it("sees what is wider than a phone", async () => {
    const page = await openMarkup(`<div id="lebar" style="width: 400px">lebar</div>`);
    expect((await findWideElements(page)).join()).toContain('id="lebar"');
  });

  it("sees on another screen what the first one did not show", async () => {
    const pale = `<style>@media (max-width: 600px) { .meja { display: none } }</style>
      <p class="meja" style="color: #ccc">Hanya di meja</p>`;
    const page = await openMarkup(pale);
    expect(await findAxeViolations(page)).toEqual([]);
    await noteShown(page);
    expect(await findOtherAxeViolations(page)).toEqual([]);
    await page.setViewportSize(SCREENS.desk);
    expect((await findOtherAxeViolations(page)).map((each) => each.id)).toEqual(["color-contrast"]);
  });

  it("is content with a sound page", async () => {
    const page = await openMarkup("<p>Cukup.</p>");
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await findWideElements(page)).toEqual([]);
  });
});
