import { TEST_PASSWORD, type TestApp } from "#tests/support/app.ts";
import { type BrowserlessClient, type ClientAnswer, hiddenFields } from "#tests/support/client.ts";
import type { OfficeStage } from "#tests/support/office-stage.ts";
import { faultsOfWords, formWith, lostValues, marksField } from "./answers.ts";
import {
  type FieldKind,
  type Fields,
  type FormCase,
  LONG_TEXT,
  MARKUP,
  REFUSED,
  SCRIPT,
} from "./form-case.ts";
import { countSignups, countWrites } from "./village-writes.ts";

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

interface Attempt {
  answer: ClientAnswer;
  sent: Fields;
  label: string;
  /** A refusal that left something else than it found. */
  isChanged: boolean;
}

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

  /**
   * Wrong values that no field may take: the answer is a refusal that keeps what was typed and changes nothing. Fields
   * are wrong together first; one that such an answer does not name is sent wrong alone.
   */
  async sendWrongValues(): Promise<void> {
    for (const values of wrongTogether(this.#form)) {
      const named = await this.#sendTogether(values);
      for (const [field, value] of Object.entries(values)) {
        if (named.has(field)) continue;
        const own = this.#form.kinds[field] ?? "text";
        const kind = value === "" && !isHiddenKind(own) ? "text" : own;
        await this.#expectRefusal(field, kind, value === LONG_FOR_MANY ? LONG_TEXT : value);
      }
    }
  }

  /**
   * Markup in each text field: refused with a sentence, or shown as text wherever it is shown. All fields together
   * first; where that is refused each alone, and where both markups are too long for it, one by one.
   */
  async sendMarkup(): Promise<void> {
    const fields = Object.keys(this.#form.kinds).filter((field) => this.#form.kinds[field] === "text");
    const isTaken = fields.length > 1 && (await this.#sendMarked(fields, SCRIPT + MARKUP));
    if (isTaken) return;
    for (const field of fields) {
      if (await this.#sendMarked([field], SCRIPT + MARKUP)) continue;
      for (const value of [SCRIPT, MARKUP]) await this.#sendMarked([field], value);
    }
  }

  /** Was it taken? */
  async #sendMarked(fields: string[], value: string): Promise<boolean> {
    const values = Object.fromEntries(fields.map((field) => [field, value]));
    const { answer, label } = await this.#send(await this.#client(), values);
    this.#judgeMarkup(label, answer);
    if (answer.status >= 400) this.#judgeWords(label, answer);
    else if (answer.status === 303) await this.#lookWhereShown(label, answer);
    return answer.status < 400;
  }

  /** Fields that one answer to all these wrong values refuses by name; none where it does not judge each of them. */
  async #sendTogether(values: Record<string, string>): Promise<Set<string>> {
    const fields = Object.keys(values);
    if (fields.length < 2) return new Set();
    const attempt = await this.#attempt(values);
    if (attempt.answer.status !== 422) return new Set();
    const own = fields.filter((field) => ["code", "secret"].includes(this.#form.kinds[field] ?? ""));
    // A wrong code may name the row in which the rest was typed: what is lost then, the single values tell.
    if (lostValues(attempt.answer, attempt.sent, this.#hiddenNames(own)).length > 0) return new Set();
    this.#judgeRefusal(attempt, this.#hiddenNames(own));
    return new Set(fields.filter((field) => marksField(attempt.answer, field)));
  }

  async #expectRefusal(field: string, kind: FieldKind, value: string): Promise<void> {
    const attempt = await this.#attempt({ [field]: value });
    const { answer, label } = attempt;
    if (answer.status < 400) {
      this.faults.push(`${label}: taken (${answer.status} ${answer.headers.location ?? ""})`);
      return;
    }
    if (!STATUSES[kind].includes(answer.status)) this.faults.push(`${label}: answers ${answer.status}`);
    const hidden = this.#hiddenNames(kind === "code" || kind === "secret" ? [field] : []);
    this.#judgeRefusal(attempt, hidden);
    const isMarked = answer.status !== 422 || isHiddenKind(kind) || marksField(answer, field);
    if (!isMarked && !hidden.has(field)) this.faults.push(`${label}: no sentence at the field`);
  }

  async #attempt(values: Record<string, string>): Promise<Attempt> {
    // Signing in is noted too: it comes before the look at what there is.
    const client = await this.#client();
    const before = (this.#form.freshClient ? null : this.#left) ?? (await this.#countWrites());
    const sent = await this.#send(client, values);
    this.#left = sent.answer.status < 400 ? null : await this.#countWrites();
    return { ...sent, isChanged: this.#left !== null && this.#left !== before };
  }

  #judgeRefusal({ answer, sent, label, isChanged }: Attempt, hidden: Set<string>): void {
    this.#judgeWords(label, answer);
    for (const fault of lostValues(answer, sent, hidden)) this.faults.push(`${label}: ${fault}`);
    if (isChanged) this.faults.push(`${label}: refused, yet something changed`);
  }

  async #send(client: BrowserlessClient, values: Record<string, string>) {
    const { page, action, fields } = this.#form;
    const { ids } = this.#stage;
    const sent: Fields = { ...fields(ids), ...values };
    const all = { ...(await this.#readHidden(client)), ...sent, _kunci: crypto.randomUUID() };
    const answer = await client.post((action ?? page)(ids), all);
    // What was taken may have raised a version: the page is opened again before the next try.
    if (answer.status < 400) this.#hidden = null;
    const label = Object.entries(values)
      .map(
        ([field, value]) =>
          `${field} = ${value.length > 40 ? `${value.length} letters` : JSON.stringify(value)}`,
      )
      .join(", ");
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

  /** Fields of which nothing needs to come back: passwords, versions, those that a page fills in itself, and `own`. */
  #hiddenNames(own: string[]): Set<string> {
    const names = Object.entries(this.#form.kinds)
      .filter(([name, each]) => each === "secret" || isHiddenKind(each) || /\.id$/.test(name))
      .map(([name]) => name);
    return new Set([...names, ...(this.#form.filledByPage ?? []), ...own]);
  }

  #countWrites(): Promise<string> {
    return this.#form.site === "portal" ? countSignups(this.#app) : countWrites(this.#stage.village.ctx.db);
  }
}

/** Long enough for nearly every field, and short enough for many of them in one form. */
const LONG_FOR_MANY = LONG_TEXT.slice(0, LONG_TEXT.length / 5);

/** Rounds of wrong values: in each every field that has one left is wrong. Last all that may not be empty are empty. */
function wrongTogether(form: FormCase): Record<string, string>[] {
  const wrong = Object.entries(form.kinds).map(([field, kind]) => [field, kind, REFUSED[kind]] as const);
  // A form made from an older state is refused as a whole: what it says of its fields is not looked at.
  const alone = wrong.flatMap(([field, kind, values]) =>
    isHiddenKind(kind) ? values.map((value) => ({ [field]: value })) : [],
  );
  const shown = wrong.filter(([, kind]) => !isHiddenKind(kind));
  const rounds = Math.max(0, ...shown.map(([, , values]) => values.length));
  const filled = Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      shown.flatMap(([field, , values]) => {
        const value = values[round];
        return value === undefined ? [] : [[field, value === LONG_TEXT ? LONG_FOR_MANY : value]];
      }),
    ),
  );
  const needed = (form.required ?? []).filter((field) => !isHiddenKind(form.kinds[field] ?? "text"));
  return [...alone, ...filled, Object.fromEntries(needed.map((field) => [field, ""]))];
}

function isHiddenKind(kind: FieldKind): boolean {
  return kind === "version" || kind === "stamp";
}
