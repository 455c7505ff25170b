import type { Locator, Page } from "playwright-core";
import { expectNoAxeViolations, expectNoSidewaysScrolling, openCopy } from "./page-checks.ts";
import { PageScales, type PageWeight } from "./page-weight.ts";

/** A file as a person would choose it. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * Somebody in front of a page. Taps and filled fields are counted as ux.md counts steps; a radio, a checkbox, a choice
 * from a list and a chosen file are one each.
 */
export class Visitor {
  readonly page: Page;
  readonly #script: boolean;
  #steps = 0;

  constructor(page: Page, script: boolean) {
    this.page = page;
    this.#script = script;
  }

  /** Opens an address of the visitor's host; not a step. */
  async go(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Taps a link or button by its words. */
  async tap(target: string | RegExp | Locator): Promise<void> {
    this.#steps++;
    await this.#control(target).click();
    await this.page.waitForLoadState();
  }

  /** Fills a field found by its label. */
  async fill(label: string | RegExp | Locator, value: string): Promise<void> {
    this.#steps++;
    await this.#field(label).fill(value);
  }

  /** Chooses from a list by the words of the choice. */
  async choose(label: string | RegExp | Locator, choice: string): Promise<void> {
    this.#steps++;
    await this.#field(label).selectOption({ label: choice });
  }

  /** Ticks a checkbox or picks a radio. */
  async check(label: string | RegExp | Locator): Promise<void> {
    this.#steps++;
    await this.#field(label).check();
  }

  async attach(label: string | RegExp | Locator, file: ChosenFile): Promise<void> {
    this.#steps++;
    await this.#field(label).setInputFiles(file);
  }

  /** Steps since the last call. */
  takeSteps(): number {
    const steps = this.#steps;
    this.#steps = 0;
    return steps;
  }

  /** Signs in on the village's page and lands in the office. */
  async signIn(identitas: string, kataSandi: string): Promise<void> {
    await this.go("/masuk");
    await this.page.locator("[name=identitas]").fill(identitas);
    await this.page.locator("[name=kata_sandi]").fill(kataSandi);
    await this.page.locator("form:has([name=kata_sandi]) [type=submit]").click();
    await this.page.waitForURL((url) => url.pathname !== "/masuk");
  }

  /** WCAG 2.2 AA as far as axe sees it, and no scrolling sideways. */
  async expectGoodPage(): Promise<void> {
    const page = this.#script ? this.page : await openCopy(this.page);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScrolling(page);
  }

  /** Bytes over the wire of a first view of an address, as the front sends them, by kind. */
  async weigh(path: string): Promise<PageWeight> {
    const session = await this.page.context().newCDPSession(this.page);
    const scales = await PageScales.on(session);
    await this.page.goto(path, { waitUntil: "networkidle" });
    return scales.read();
  }

  #control(target: string | RegExp | Locator): Locator {
    if (typeof target !== "string" && !(target instanceof RegExp)) return target;
    const options = { name: target, exact: typeof target === "string" };
    return this.page.getByRole("link", options).or(this.page.getByRole("button", options)).first();
  }

  #field(label: string | RegExp | Locator): Locator {
    if (typeof label !== "string" && !(label instanceof RegExp)) return label;
    return this.page.getByLabel(label).first();
  }
}
