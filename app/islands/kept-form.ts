import { findForm, putForm, type StoredForm } from "./draft-store.ts";
import { putFile, readValues, toFormData } from "./form-values.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

/** Until the first try after a failed one; doubled each time. */
const RETRY_MILLIS = 10_000;
const MAX_RETRY_MILLIS = 5 * 60_000;
/** Says for whom the form was written: the server refuses it from anybody else. */
const OWNER_FIELD = "_pemilik";

/** What a form says of itself while it is kept and sent. */
export interface KeptWords {
  /** Not sent yet, and kept here. */
  queued: string;
  /** Not sent yet, where this device keeps nothing. */
  held: string;
  sending: string;
  sentElsewhere: string;
  refused: string;
}

/**
 * A form that this device keeps until the server has it: made small, sent by fetch, and sent again by itself once there
 * is signal. The submit key stays with it, so that sending twice does one thing. Without script the form posts as ever.
 */
export abstract class KeptForm extends HTMLElement {
  protected form: HTMLFormElement | null = null;
  protected isBusy = false;
  /** Has this device kept what was read last? */
  protected isKept = true;
  private inHand: StoredForm | null = null;
  private shrinking: Promise<void> = Promise.resolve();
  private retryTimer = 0;
  private retryMillis = RETRY_MILLIS;

  protected abstract readonly words: KeptWords;
  /** Brings back what an earlier page kept. */
  protected abstract restore(): Promise<void>;
  /** The server said no: keep or forget it, and say why where it is known. */
  protected abstract refuse(stored: StoredForm, reason: string | null): Promise<void>;
  /** The server has it, and shows it at this address. */
  protected abstract sent(stored: StoredForm, address: string): Promise<void>;

  connectedCallback(): void {
    this.form = this.querySelector("form");
    if (!this.form) return;
    this.form.addEventListener("change", (event) => this.takeFile(event.target));
    this.form.addEventListener("submit", (event) => void this.submit(event));
    window.addEventListener("online", () => void this.sendQueued());
    void this.restore().catch(() => this.notKept());
  }

  /** Kept forms belong to one account: the next user of a shared device never sees or sends them. */
  protected get key(): string {
    return `${this.owner}:${this.getAttribute("draft")}`;
  }

  protected get owner(): string {
    return this.getAttribute("owner") ?? "";
  }

  /** Those that share a lock are sent one after another, also from several open pages. */
  protected get lock(): string {
    return this.key;
  }

  protected notKept(): void {}

  protected async sentElsewhere(): Promise<void> {
    this.say(this.words.sentElsewhere);
  }

  /** A file was chosen and made small. */
  protected taken(): void {}

  private takeFile(input: EventTarget | null): void {
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    this.shrinking = shrinkPhoto(chosen)
      .then((photo) => {
        if (input.files?.[0] === chosen) putFile(input, photo);
      })
      .then(() => this.taken());
  }

  /** Writes down what the form holds. @returns what was read, also where this device keeps nothing */
  protected async keep(
    form: HTMLFormElement,
    isQueued: boolean,
    submitter: HTMLElement | null,
    keepMillis?: number,
  ): Promise<StoredForm> {
    const values = readValues(form, submitter);
    const stored = { ...values, key: this.key, isQueued, savedAt: Date.now(), keepMillis };
    this.isKept = await putForm(stored).then(
      () => true,
      () => false,
    );
    if (!this.isKept) this.notKept();
    return stored;
  }

  /** What is kept of the form as it is sent. */
  protected abstract keepToSend(form: HTMLFormElement, submitter: HTMLElement | null): Promise<StoredForm>;

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy || !this.form) return;
    this.isBusy = true;
    this.say(this.words.sending);
    await this.shrinking;
    this.inHand = await this.keepToSend(this.form, event.submitter);
    this.isBusy = false;
    await this.sendQueued();
  }

  /** Sends what is queued, one page at a time: a page that comes second finds it gone. */
  protected async sendQueued(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    window.clearTimeout(this.retryTimer);
    const send = async () => {
      const stored = this.isKept ? await findForm(this.key).catch(() => this.inHand) : this.inHand;
      if (stored?.isQueued) await this.send(stored);
      else if (!stored && this.inHand) await this.sentElsewhere();
    };
    await (navigator.locks ? navigator.locks.request(this.lock, send) : send());
    this.isBusy = false;
  }

  private async send(stored: StoredForm): Promise<void> {
    this.say(this.words.sending);
    const body = toFormData({ ...stored, fields: [[OWNER_FIELD, this.owner], ...stored.fields] });
    try {
      await this.settle(stored, await fetch(stored.action, { method: "POST", body }));
    } catch {
      this.retryLater();
    }
  }

  private async settle(stored: StoredForm, answer: Response): Promise<void> {
    const arrivedAt = new URL(answer.url);
    if (/^\/(masuk|warga\/masuk|kantor\/terkunci)$/.test(arrivedAt.pathname))
      return void location.assign(signInFor(arrivedAt));
    if (answer.status >= 500 || answer.status === 429) return this.retryLater();
    const isSent = answer.ok && answer.redirected;
    const reason = isSent ? null : refusalIn(await answer.text());
    this.inHand = null;
    if (isSent) await this.sent(stored, answer.url);
    else await this.refuse(stored, reason);
  }

  protected retryLater(): void {
    this.say(this.isKept ? this.words.queued : this.words.held);
    this.retryTimer = window.setTimeout(() => void this.sendQueued(), this.retryMillis);
    this.retryMillis = Math.min(2 * this.retryMillis, MAX_RETRY_MILLIS);
  }

  /** Stops trying: whoever sent it does not want it sent. */
  protected forget(): void {
    window.clearTimeout(this.retryTimer);
    this.inHand = null;
  }

  protected say(sentence: string): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = sentence;
  }
}

/** What the page says is wrong: the list of a form's errors, or the sentence of an error page. */
function refusalIn(html: string): string | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const items = [...page.querySelectorAll('[role="alert"] li, p[role="alert"]')];
  return items.map((item) => item.textContent?.trim()).join(" ") || null;
}

/** Signing in leads back here, where the queued form is sent. */
function signInFor(arrivedAt: URL): string {
  return `${arrivedAt.pathname}?next=${encodeURIComponent(location.pathname + location.search)}`;
}
