import { deleteForm, deleteOlder, findForm, type StoredForm } from "./draft-store.ts";
import { fillValues, renewKey } from "./form-values.ts";
import { KeptForm } from "./kept-form.ts";

/** Phones are shared, and a photo of a KTP is worth much: what waits is forgotten after a day. */
const KEEP_MILLIS = 24 * 3_600_000;

const WORDS = {
  sending: "Sedang mengirim. Jangan tutup halaman ini dahulu.",
  queued:
    "Sinyal terputus, jadi belum terkirim. Kiriman ini disimpan di ponsel ini paling lama 24 jam dan dikirim sendiri begitu ada sinyal, selama halaman ini terbuka atau saat dibuka lagi. Terhapus bila Anda keluar.",
  held: "Sinyal terputus, jadi belum terkirim. Jangan tutup halaman ini: kiriman ini dikirim sendiri begitu ada sinyal.",
  sent: "Sudah terkirim.",
  sentElsewhere: "Sudah terkirim dari halaman lain yang terbuka.",
  refused: "Belum diterima. Muat ulang halaman ini, lalu kirim lagi.",
  dropped: "Kiriman itu dihapus dari ponsel ini dan tidak dikirim lagi.",
};

/**
 * `<balai-waiting-form draft owner>` around a resident's form: what was sent waits on the phone where the connection is
 * cut, a day at most, and nothing before it was sent. It is not touched while it waits, but it may be taken back.
 */
class WaitingForm extends KeptForm {
  protected readonly words = WORDS;

  override connectedCallback(): void {
    super.connectedCallback();
    this.takeBack?.addEventListener("click", () => void this.drop());
  }

  protected override get lock(): string {
    return this.owner;
  }

  protected async restore(): Promise<void> {
    await deleteOlder();
    const stored = await findForm(this.key);
    if (!stored || !this.form) return;
    fillValues(this.form, stored);
    this.rest(true);
    await this.sendQueued();
  }

  protected keepToSend(form: HTMLFormElement, submitter: HTMLElement | null): Promise<StoredForm> {
    this.rest(true);
    return this.keep(form, true, submitter, KEEP_MILLIS);
  }

  protected override retryLater(): void {
    super.retryLater();
    if (this.takeBack) this.takeBack.hidden = false;
  }

  /** Goes on to what the server shows, unless something else on this page would be lost by that. */
  protected async sent({ key }: StoredForm, address: string): Promise<void> {
    await deleteForm(key).catch(() => {});
    if (![...document.forms].some((form) => form !== this.form && isTouched(form)))
      return void location.assign(address);
    this.anew(WORDS.sent);
    window.dispatchEvent(new Event("online"));
  }

  protected override async sentElsewhere(): Promise<void> {
    this.anew(WORDS.sentElsewhere);
  }

  /** A form without a file is sent again as without script: the server's own page says best what to mend. */
  protected async refuse({ key, file }: StoredForm, reason: string | null): Promise<void> {
    await deleteForm(key).catch(() => {});
    this.rest(false);
    if (file) this.say(reason ?? WORDS.refused);
    else this.form?.submit();
  }

  private async drop(): Promise<void> {
    await deleteForm(this.key).catch(() => {});
    this.forget();
    this.anew(WORDS.dropped);
  }

  /** Ready for something else, under another submit key. */
  private anew(sentence: string): void {
    this.form?.reset();
    if (this.form) renewKey(this.form);
    this.rest(false);
    this.say(sentence);
  }

  private rest(isWaiting: boolean): void {
    if (this.form) this.form.inert = isWaiting;
    if (this.takeBack) this.takeBack.hidden = true;
  }

  private get takeBack(): HTMLElement | null {
    return this.querySelector("[data-take-back]");
  }
}

/** Does a form hold what was not there when the page came? */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || control.type === "hidden") return false;
    if (control.type === "file") return (control.files?.length ?? 0) > 0;
    return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
  });
}

customElements.define("balai-waiting-form", WaitingForm);
