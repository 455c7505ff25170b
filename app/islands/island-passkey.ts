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

function say(element: HTMLElement, sentence: string): void {
  const status = element.querySelector("[data-status]");
  if (status) status.textContent = sentence;
}

/** Asks the phone or computer, and sends what it answers with the form. */
async function ask(element: HTMLElement, form: HTMLFormElement): Promise<void> {
  say(element, WORDS.waiting);
  try {
    const credential = await credentialFor(element);
    if (credential) send(element, form, JSON.stringify(answerOf(credential as PublicKeyCredential)));
    else say(element, WORDS.cancelled);
  } catch (error) {
    const isKnown = (error as Error).name === "InvalidStateError";
    say(element, isKnown ? WORDS.known : WORDS.cancelled);
  }
}

function credentialFor(element: HTMLElement): Promise<Credential | null> {
  const options: unknown = JSON.parse(element.getAttribute("options") ?? "{}");
  if (element.getAttribute("mode") === "create")
    return navigator.credentials.create({ publicKey: createOptionsOf(options as GivenCreateOptions) });
  return navigator.credentials.get({ publicKey: getOptionsOf(options as GivenGetOptions) });
}

function send(element: HTMLElement, form: HTMLFormElement, answer: string): void {
  const field = form.elements.namedItem("jawaban");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = answer;
  say(element, WORDS.sending);
  form.submit();
}

/**
 * `<balai-passkey mode options>` around a form with a hidden field `jawaban`: asks the phone or computer for a passkey
 * (`get`, by itself once) or makes one (`create`), by the form's button.
 */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (canUsePasskeys()) void ask(this, form);
      else say(this, WORDS.unsupported);
    });
    say(this, canUsePasskeys() ? "" : WORDS.unsupported);
    if (canUsePasskeys() && this.getAttribute("mode") === "get") void ask(this, form);
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
