import { deleteForm, deleteOlder, findForm, putForm, type StoredForm } from "./draft-store.ts";
import { fillValues, putFile, readValues, toFormData } from "./form-values.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

const SAVE_AFTER_MILLIS = 400;
/** Until the first try after a failed one; doubled each time. */
const RETRY_MILLIS = 10_000;
const MAX_RETRY_MILLIS = 5 * 60_000;
/** Says for whom the form was written: the server refuses it from anybody else. */
const OWNER_FIELD = "_pemilik";

const WORDS = {
  saved: "Isian tersimpan di ponsel atau komputer ini.",
  notSaved: "Isian belum dapat disimpan di sini. Jangan tutup halaman ini sebelum terkirim.",
  restored: "Isian Anda yang belum terkirim dipulihkan.",
  sending: "Sedang mengirim…",
  queued:
    "Belum ada sinyal. Laporan tersimpan di sini dan dikirim sendiri saat sinyal kembali, selama halaman ini terbuka atau begitu dibuka lagi.",
  sentElsewhere: "Laporan ini sudah terkirim dari halaman lain yang terbuka.",
  refused: "Laporan belum diterima. Periksa isiannya, lalu kirim lagi.",
};

/**
 * `<balai-offline-form draft owner>` around a form: keeps what is typed on the phone, and sends it once there is signal.
 * The submit key stays with the draft, so that sending twice does one thing. Without script the form posts as ever.
 */
class OfflineForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #saveTimer = 0;
  #retryTimer = 0;
  #retryMillis = RETRY_MILLIS;
  #shrinking: Promise<void> = Promise.resolve();
  #isBusy = false;

  connectedCallback(): void {
    this.#form = this.querySelector("form");
    if (!this.#form) return;
    this.#form.addEventListener("input", () => this.#saveSoon());
    this.#form.addEventListener("change", (event) => this.#takeFile(event.target));
    this.#form.addEventListener("submit", (event) => void this.#submit(event));
    window.addEventListener("online", () => void this.#sendQueued());
    document.addEventListener("visibilitychange", () => void this.#saveNow());
    void this.#restore().catch(() => this.#say(WORDS.notSaved));
  }

  /** Drafts belong to one account: the next user of a shared PC never sees or sends them. */
  get #key(): string {
    return `${this.#owner}:${this.getAttribute("draft")}`;
  }

  get #owner(): string {
    return this.getAttribute("owner") ?? "";
  }

  async #restore(): Promise<void> {
    await deleteOlder();
    const stored = await findForm(this.#key);
    if (!stored || !this.#form || (this.hasAttribute("refused") && !stored.isQueued)) return;
    fillValues(this.#form, stored);
    if (stored.isQueued) return this.#sendQueued();
    this.#say(WORDS.restored);
  }

  #saveSoon(): void {
    window.clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => void this.#saveNow(), SAVE_AFTER_MILLIS);
  }

  /** Writes at once what waits to be saved: the page may be gone in a moment. */
  async #saveNow(): Promise<void> {
    if (!this.#saveTimer) return;
    await this.#save(false, null);
  }

  #takeFile(input: EventTarget | null): void {
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const [chosen] = input.files ?? [];
    if (chosen) this.#shrinking = shrinkPhoto(chosen).then((photo) => putFile(input, photo));
    this.#shrinking = this.#shrinking.then(() => void this.#save(false, null));
  }

  /** @returns what was read, also where this device keeps nothing */
  async #save(isQueued: boolean, submitter: HTMLElement | null): Promise<StoredForm | null> {
    window.clearTimeout(this.#saveTimer);
    this.#saveTimer = 0;
    if (!this.#form || (this.#isBusy && !isQueued)) return null;
    const values = readValues(this.#form, submitter);
    const stored = { ...values, key: this.#key, isQueued, savedAt: Date.now() };
    try {
      await putForm(stored);
      if (!isQueued) this.#say(WORDS.saved);
    } catch {
      this.#say(WORDS.notSaved);
    }
    return stored;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    await this.#shrinking;
    const stored = await this.#save(true, event.submitter);
    this.#isBusy = false;
    if (stored) await this.#sendQueued(stored);
  }

  /** Sends what is queued, one page at a time: a page that comes second finds it gone. */
  async #sendQueued(inHand: StoredForm | null = null): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    window.clearTimeout(this.#retryTimer);
    const send = async () => {
      const stored = await findForm(this.#key).catch(() => inHand);
      if (stored?.isQueued) await this.#send(stored);
      else if (inHand) this.#say(WORDS.sentElsewhere);
    };
    await (navigator.locks ? navigator.locks.request(this.#key, send) : send());
    this.#isBusy = false;
  }

  async #send(stored: StoredForm): Promise<void> {
    this.#say(WORDS.sending);
    const body = toFormData({ ...stored, fields: [[OWNER_FIELD, this.#owner], ...stored.fields] });
    try {
      await this.#settle(stored, await fetch(stored.action, { method: "POST", body }));
    } catch {
      this.#retryLater();
    }
  }

  async #settle(stored: StoredForm, answer: Response): Promise<void> {
    const arrivedAt = new URL(answer.url);
    if (/^\/(masuk|kantor\/terkunci)$/.test(arrivedAt.pathname))
      return void location.assign(signInFor(arrivedAt));
    if (answer.ok && answer.redirected) {
      await deleteForm(stored.key).catch(() => {});
      return void location.assign(answer.url);
    }
    if (answer.status >= 500 || answer.status === 429) return this.#retryLater();
    const reason = refusalIn(await answer.text());
    await putForm({ ...stored, isQueued: false }).catch(() => {});
    this.#say(reason ?? WORDS.refused);
  }

  #retryLater(): void {
    this.#say(WORDS.queued);
    this.#retryTimer = window.setTimeout(() => void this.#sendQueued(), this.#retryMillis);
    this.#retryMillis = Math.min(2 * this.#retryMillis, MAX_RETRY_MILLIS);
  }

  #say(sentence: string): void {
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

customElements.define("balai-offline-form", OfflineForm);
