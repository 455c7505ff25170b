import { deleteForm, findForm, putForm, type StoredForm } from "./draft-store.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

const SAVE_AFTER_MILLIS = 400;
const SUBMIT_KEY_FIELD = "_kunci";

const WORDS = {
  saved: "Isian tersimpan di perangkat ini.",
  restored: "Isian Anda yang belum terkirim dipulihkan dari perangkat ini.",
  sending: "Sedang mengirim…",
  queued: "Belum ada sinyal. Laporan tersimpan di perangkat ini dan dikirim sendiri saat sinyal kembali.",
  refused: "Laporan belum diterima. Periksa isiannya, lalu kirim lagi.",
};

/**
 * `<balai-offline-form draft owner>` around a form: keeps what is typed on the phone, and sends it once there is signal.
 * The submit key stays with the draft, so that sending twice does one thing. Without script the form posts as ever.
 */
class OfflineForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #file: File | null = null;
  #timer = 0;
  #isBusy = false;

  connectedCallback(): void {
    this.#form = this.querySelector("form");
    if (!this.#form) return;
    this.#form.addEventListener("input", () => this.#saveSoon());
    this.#form.addEventListener("change", (event) => void this.#takeFile(event));
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    window.addEventListener("online", () => void this.#sendQueued());
    void this.#restore();
  }

  /** Drafts belong to one account: the next user of a shared PC never sees or sends them. */
  get #key(): string {
    return `${this.getAttribute("owner")}:${this.getAttribute("draft")}`;
  }

  async #restore(): Promise<void> {
    const stored = await findForm(this.#key);
    if (!stored || !this.#form) return;
    if (stored.isQueued) return this.#sendQueued();
    if (this.hasAttribute("refused")) return;
    fill(this.#form, stored.fields);
    if (stored.file)
      this.#file = new File([stored.file.blob], stored.file.name, { type: stored.file.blob.type });
    this.#say(stored.file ? `${WORDS.restored} Berkas: ${stored.file.name}.` : WORDS.restored);
  }

  #saveSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(false, null), SAVE_AFTER_MILLIS);
  }

  async #takeFile(event: Event): Promise<void> {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const chosen = input.files?.[0];
    this.#file = chosen ? await shrinkPhoto(chosen) : null;
    await this.#save(false, null);
  }

  async #save(isQueued: boolean, submitter: HTMLElement | null): Promise<StoredForm | null> {
    if (!this.#form) return null;
    const stored = {
      ...read(this.#form, submitter, this.#file),
      key: this.#key,
      isQueued,
      savedAt: Date.now(),
    };
    await putForm(stored);
    if (!isQueued) this.#say(WORDS.saved);
    return stored;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    window.clearTimeout(this.#timer);
    void this.#save(true, event.submitter).then(() => this.#sendQueued());
  }

  async #sendQueued(): Promise<void> {
    const stored = await findForm(this.#key);
    if (!stored?.isQueued) return;
    this.#say(WORDS.sending);
    try {
      await this.#settle(stored, await fetch(stored.action, { method: "POST", body: toFormData(stored) }));
    } catch {
      this.#isBusy = false;
      this.#say(WORDS.queued);
    }
  }

  async #settle(stored: StoredForm, answer: Response): Promise<void> {
    const arrivedAt = new URL(answer.url);
    if (/^\/(masuk|kantor\/terkunci)$/.test(arrivedAt.pathname))
      return void location.assign(signInFor(arrivedAt));
    if (answer.ok && answer.redirected) {
      await deleteForm(stored.key);
      return void location.assign(answer.url);
    }
    this.#isBusy = false;
    if (answer.status >= 500) return this.#say(WORDS.queued);
    await putForm({ ...stored, isQueued: false });
    if (this.#form) fill(this.#form, stored.fields);
    this.#say(refusalIn(await answer.text()) ?? WORDS.refused);
  }

  #say(sentence: string): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = sentence;
  }
}

function read(form: HTMLFormElement, submitter: HTMLElement | null, file: File | null) {
  const data = new FormData(form, submitter);
  const fields = [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const fileField = form.querySelector<HTMLInputElement>('input[type="file"]')?.name;
  const kept = file && fileField ? { field: fileField, name: file.name, blob: file as Blob } : null;
  return { action: form.action, fields, file: kept };
}

function toFormData(stored: StoredForm): FormData {
  const data = new FormData();
  for (const [name, value] of stored.fields) data.append(name, value);
  if (stored.file) data.append(stored.file.field, stored.file.blob, stored.file.name);
  return data;
}

function fill(form: HTMLFormElement, fields: [string, string][]): void {
  for (const control of form.elements) {
    const values = fields
      .filter(([name]) => name === (control as HTMLInputElement).name)
      .map(([, value]) => value);
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = values.includes(control.value);
    } else if (control instanceof HTMLInputElement && control.type === "hidden") {
      if (control.name === SUBMIT_KEY_FIELD && values[0]) control.value = values[0];
    } else if (isTextControl(control) && values[0] !== undefined) {
      control.value = values[0];
    }
  }
}

function isTextControl(
  control: Element,
): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (control instanceof HTMLInputElement) return control.type !== "file";
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement;
}

/** The first sentence of the page's own list of errors. */
function refusalIn(html: string): string | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const errors = [...page.querySelectorAll('[role="alert"] li')].map((item) => item.textContent?.trim());
  return errors.length > 0 ? errors.join(" ") : null;
}

/** Signing in leads back here, where the queued form is sent. */
function signInFor(arrivedAt: URL): string {
  return `${arrivedAt.pathname}?next=${encodeURIComponent(location.pathname + location.search)}`;
}

customElements.define("balai-offline-form", OfflineForm);
