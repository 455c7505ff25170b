import { deleteForm, deleteOlder, findForm, putForm, type StoredForm } from "./draft-store.ts";
import { fillValues } from "./form-values.ts";
import { KeptForm } from "./kept-form.ts";

const SAVE_AFTER_MILLIS = 400;

const WORDS = {
  saved: "Isian tersimpan di ponsel atau komputer ini.",
  notSaved: "Isian belum dapat disimpan di sini. Jangan tutup halaman ini sebelum terkirim.",
  restored: "Isian Anda yang belum terkirim dipulihkan.",
  sending: "Sedang mengirim…",
  queued:
    "Belum ada sinyal. Laporan tersimpan di sini dan dikirim sendiri saat sinyal kembali, selama halaman ini terbuka atau begitu dibuka lagi.",
  held: "Belum ada sinyal. Jangan tutup halaman ini: laporan dikirim sendiri saat sinyal kembali.",
  sentElsewhere: "Laporan ini sudah terkirim dari halaman lain yang terbuka.",
  refused: "Laporan belum diterima. Periksa isiannya, lalu kirim lagi.",
};

/** `<balai-offline-form draft owner>` around a form: keeps what is typed, sent or not, and sends it once there is signal. */
class OfflineForm extends KeptForm {
  protected readonly words = WORDS;
  private saveTimer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.form?.addEventListener("input", () => this.saveSoon());
    document.addEventListener("visibilitychange", () => void this.saveNow());
  }

  protected async restore(): Promise<void> {
    await deleteOlder();
    const stored = await findForm(this.key);
    if (!stored || !this.form || (this.hasAttribute("refused") && !stored.isQueued)) return;
    fillValues(this.form, stored);
    if (stored.isQueued) return this.sendQueued();
    this.say(WORDS.restored);
  }

  protected override notKept(): void {
    this.say(WORDS.notSaved);
  }

  protected override taken(): void {
    void this.save();
  }

  private saveSoon(): void {
    window.clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(() => void this.save(), SAVE_AFTER_MILLIS);
  }

  /** Writes at once what waits to be saved: the page may be gone in a moment. */
  private async saveNow(): Promise<void> {
    if (this.saveTimer) await this.save();
  }

  private async save(): Promise<void> {
    this.stopTimer();
    if (!this.form || this.isBusy) return;
    await this.keep(this.form, false, null);
    if (this.isKept && !this.isBusy) this.say(WORDS.saved);
  }

  protected keepToSend(form: HTMLFormElement, submitter: HTMLElement | null): Promise<StoredForm> {
    this.stopTimer();
    return this.keep(form, true, submitter);
  }

  private stopTimer(): void {
    window.clearTimeout(this.saveTimer);
    this.saveTimer = 0;
  }

  protected async sent({ key }: StoredForm, address: string): Promise<void> {
    await deleteForm(key).catch(() => {});
    location.assign(address);
  }

  protected async refuse(stored: StoredForm, reason: string | null): Promise<void> {
    await putForm({ ...stored, isQueued: false }).catch(() => {});
    this.say(reason ?? WORDS.refused);
  }
}

customElements.define("balai-offline-form", OfflineForm);
