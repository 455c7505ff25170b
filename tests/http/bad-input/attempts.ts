import { TEST_PASSWORD, type TestApp } from "#tests/support/app.ts";
import { type BrowserlessClient, type ClientAnswer, hiddenFields } from "#tests/support/client.ts";
import type { OfficeStage } from "#tests/support/office-stage.ts";
import { faultsOfWords, formWith, lostValues, marksField } from "./answers.ts";
import { type FieldKind, type Fields, type FormCase, MARKUP, REFUSED, SCRIPT } from "./form-case.ts";
import { countSignups, dumpVillage } from "./village-dump.ts";

/** A wrong field is 422; an unknown record may be 404, a form made from an older state is 409. */
const STATUSES: Record<FieldKind, number[]> = {
  text: [422],
  code: [422, 404],
  number: [422],
  day: [422],
  phone: [422],
  email: [422],
  secret: [422],
  version: [422, 409],
  stamp: [409],
};

/** Sends one form in many wrong ways and says what went wrong with the answers. */
export class FormTrial {
  readonly #app: TestApp;
  readonly #stage: OfficeStage;
  readonly #form: FormCase;
  #hidden: Record<string, string> | null = null;
  /** What the last refusal left, which the next one finds. */
  #left: string | null = null;
  readonly faults: string[] = [];

  constructor(app: TestApp, stage: OfficeStage, form: FormCase) {
    this.#app = app;
    this.#stage = stage;
    this.#form = form;
  }

  /** Wrong values that no field may take: the answer is a refusal that keeps what was typed and changes nothing. */
  async sendWrongValues(): Promise<void> {
    for (const [field, kind] of Object.entries(this.#form.kinds))
      for (const value of REFUSED[kind]) await this.#expectRefusal(field, kind, value);
    for (const field of this.#form.required ?? []) {
      if (!isHiddenKind(this.#form.kinds[field] ?? "text")) await this.#expectRefusal(field, "text", "");
    }
  }

  /** Markup in each text field: refused with a sentence, or shown as text wherever it is shown. */
  async sendMarkup(): Promise<void> {
    for (const [field, kind] of Object.entries(this.#form.kinds)) {
      if (kind !== "text") continue;
      for (const value of [SCRIPT, MARKUP]) {
        const { answer, label } = await this.#send(await this.#client(), field, value);
        this.#judgeMarkup(label, answer);
        if (answer.status >= 400) this.#judgeWords(label, answer);
        else if (answer.status === 303) await this.#lookWhereShown(label, answer);
      }
    }
  }

  async #expectRefusal(field: string, kind: FieldKind, value: string): Promise<void> {
    // Signing in is noted too: it comes before the look at what there is.
    const client = await this.#client();
    const before = (this.#form.freshClient ? null : this.#left) ?? (await this.#dump());
    const { answer, sent, label } = await this.#send(client, field, value);
    this.#left = null;
    if (answer.status < 400) {
      this.faults.push(`${label}: taken (${answer.status} ${answer.headers.location ?? ""})`);
      return;
    }
    this.#judgeWords(label, answer);
    if (!STATUSES[kind].includes(answer.status)) this.faults.push(`${label}: answers ${answer.status}`);
    const hidden = this.#hiddenNames(field, kind);
    for (const fault of lostValues(answer, sent, hidden)) this.faults.push(`${label}: ${fault}`);
    const isMarked = answer.status !== 422 || isHiddenKind(kind) || marksField(answer, field);
    if (!isMarked && !hidden.has(field)) this.faults.push(`${label}: no sentence at the field`);
    this.#left = await this.#dump();
    if (this.#left !== before) this.faults.push(`${label}: refused, yet something changed`);
  }

  async #send(client: BrowserlessClient, field: string, value: string) {
    const { page, action, fields } = this.#form;
    const { ids } = this.#stage;
    const sent: Fields = { ...fields(ids), [field]: value };
    const all = { ...(await this.#readHidden(client)), ...sent, _kunci: crypto.randomUUID() };
    const answer = await client.post((action ?? page)(ids), all);
    // What was taken may have raised a version: the page is opened again before the next try.
    if (answer.status < 400) this.#hidden = null;
    const shown = value.length > 40 ? `${value.length} letters` : JSON.stringify(value);
    const label = `${field} = ${shown}`;
    return { answer, sent, label };
  }

  async #readHidden(client: BrowserlessClient): Promise<Record<string, string>> {
    if (this.#hidden) return this.#hidden;
    const opened = await client.get(this.#form.page(this.#stage.ids));
    this.#hidden = hiddenFields(formWith(opened.text, Object.keys(this.#form.kinds)));
    return this.#hidden;
  }

  #judgeWords(label: string, answer: ClientAnswer): void {
    if (answer.status >= 500) this.faults.push(`${label}: ${answer.status}`);
    for (const fault of faultsOfWords(answer)) this.faults.push(`${label}: ${fault}`);
  }

  #judgeMarkup(label: string, answer: ClientAnswer): void {
    if (answer.status >= 500) this.faults.push(`${label}: ${answer.status}`);
    if (answer.text.includes(SCRIPT) || answer.text.includes(MARKUP))
      this.faults.push(`${label}: markup in the answer`);
  }

  async #lookWhereShown(label: string, answer: ClientAnswer): Promise<void> {
    const client = await this.#client();
    const { ids } = this.#stage;
    const to = new URL(answer.headers.location ?? "/", `http://${client.host}`).pathname;
    for (const path of [to, this.#form.page(ids), ...(this.#form.shownAt?.(ids) ?? [])]) {
      const page = await client.get(path);
      this.#judgeMarkup(`${label}, on ${path}`, page);
    }
  }

  async #client(): Promise<BrowserlessClient> {
    const { as, site, freshClient } = this.#form;
    if (!as) return this.#app.createBrowserlessClient(site ? undefined : this.#stage.village.slug);
    if (!freshClient) return this.#stage.as(as);
    const client = this.#app.createBrowserlessClient(this.#stage.village.slug);
    await client.signIn(as, TEST_PASSWORD);
    return client;
  }

  /** Fields of which nothing needs to come back: passwords, versions, and those that a page fills in itself. */
  #hiddenNames(field: string, kind: FieldKind): Set<string> {
    const names = Object.entries(this.#form.kinds)
      .filter(([name, each]) => each === "secret" || isHiddenKind(each) || /\.id$/.test(name))
      .map(([name]) => name);
    const own = kind === "code" || kind === "secret" ? [field] : [];
    return new Set([...names, ...(this.#form.filledByPage ?? []), ...own]);
  }

  #dump(): Promise<string> {
    return this.#form.site === "portal" ? countSignups(this.#app) : dumpVillage(this.#stage.village.ctx.db);
  }
}

function isHiddenKind(kind: FieldKind): boolean {
  return kind === "version" || kind === "stamp";
}
