import { fileInput, putFile } from "./form-values.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

/**
 * `<balai-photo-form>` around a form: makes a chosen photo small before it is sent. Without script the form sends the
 * photo as it is. Nothing is kept on the device: what the photo shows is not for its next user.
 */
class PhotoForm extends HTMLElement {
  #shrinking: Promise<void> | null = null;

  connectedCallback(): void {
    const form = this.querySelector("form");
    form?.addEventListener("change", () => this.#take(form));
    form?.addEventListener("submit", (event) => void this.#wait(form, event));
  }

  #take(form: HTMLFormElement): void {
    const input = fileInput(form);
    const [chosen] = input?.files ?? [];
    if (!chosen) return;
    const shrinking = shrinkPhoto(chosen).then((photo) => {
      if (input?.files?.[0] === chosen) putFile(input, photo);
      if (this.#shrinking === shrinking) this.#shrinking = null;
    });
    this.#shrinking = shrinking;
  }

  /** Whoever is quicker than the photo waits for it. */
  async #wait(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
    if (!this.#shrinking) return;
    event.preventDefault();
    await this.#shrinking;
    form.requestSubmit(event.submitter);
  }
}

customElements.define("balai-photo-form", PhotoForm);
