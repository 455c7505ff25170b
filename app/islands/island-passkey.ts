import {
  answerOf,
  createOptionsOf,
  type GivenCreateOptions,
  type GivenGetOptions,
  getOptionsOf,
} from "./passkey-json.ts";

const WORDS = {
  unsupported: "Peramban ini belum dapat memakai kunci sandi. Perbarui peramban Anda, atau pakai cara lain.",
  waiting: "Ikuti petunjuk di ponsel atau komputer Anda.",
  cancelled: "Kunci sandi belum dipakai. Tekan tombolnya untuk mencoba lagi, atau pakai cara lain.",
  known: "Ponsel atau komputer ini sudah punya kunci sandi untuk akun Anda.",
  sending: "Sedang memeriksa…",
};

/** Is there anything in this browser that makes or answers passkeys? */
function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && navigator.credentials !== undefined;
}

/**
 * `<balai-passkey mode options>` around a form with a hidden field `jawaban`: asks the phone or computer for a passkey
 * (`get`) or makes one (`create`), and sends its answer with the form. It asks by itself once, then by the form's button.
 */
class Passkey extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #isAnswered = false;

  connectedCallback(): void {
    this.#form = this.querySelector("form");
    this.#form?.addEventListener("submit", (event) => this.#submit(event));
    this.#say(canUsePasskeys() ? "" : WORDS.unsupported);
    if (canUsePasskeys() && this.getAttribute("mode") === "get") void this.#ask();
  }

  #submit(event: Event): void {
    if (this.#isAnswered) return;
    event.preventDefault();
    if (canUsePasskeys()) void this.#ask();
    else this.#say(WORDS.unsupported);
  }

  async #ask(): Promise<void> {
    this.#say(WORDS.waiting);
    try {
      const credential = await this.#credential();
      if (credential) this.#send(JSON.stringify(answerOf(credential as PublicKeyCredential)));
      else this.#say(WORDS.cancelled);
    } catch (error) {
      const isKnown = (error as Error).name === "InvalidStateError";
      this.#say(isKnown ? WORDS.known : WORDS.cancelled);
    }
  }

  #credential(): Promise<Credential | null> {
    const options: unknown = JSON.parse(this.getAttribute("options") ?? "{}");
    if (this.getAttribute("mode") === "create")
      return navigator.credentials.create({ publicKey: createOptionsOf(options as GivenCreateOptions) });
    return navigator.credentials.get({ publicKey: getOptionsOf(options as GivenGetOptions) });
  }

  #send(answer: string): void {
    const field = this.#form?.elements.namedItem("jawaban");
    if (!(field instanceof HTMLInputElement)) return;
    field.value = answer;
    this.#isAnswered = true;
    this.#say(WORDS.sending);
    this.#form?.requestSubmit();
  }

  #say(sentence: string): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = sentence;
  }
}

/** `<balai-passkey-offer hidden>`: shows what is inside where the browser can use passkeys. */
class PasskeyOffer extends HTMLElement {
  connectedCallback(): void {
    if (canUsePasskeys()) this.hidden = false;
  }
}

customElements.define("balai-passkey", Passkey);
customElements.define("balai-passkey-offer", PasskeyOffer);
