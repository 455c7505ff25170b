import { deleteOlder, deleteWaiting, listForms } from "./draft-store.ts";

/**
 * `<balai-resident owner>` around the button that signs a resident out: leaving forgets what waits here for him. Until
 * then it says on his other pages that something waits.
 */
class ResidentIsland extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    form?.addEventListener("submit", (event) => void this.leave(form, event));
    void this.tell().catch(() => {});
  }

  private get owner(): string {
    return this.getAttribute("owner") ?? "";
  }

  private async leave(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await deleteWaiting(this.owner).catch(() => {});
    form.submit();
  }

  private async tell(): Promise<void> {
    await deleteOlder();
    const elsewhere = (await listForms(this.owner)).find(
      ({ action, isQueued }) => isQueued && new URL(action).pathname !== location.pathname,
    );
    const notice = document.getElementById("belum-terkirim");
    const link = notice?.querySelector("a");
    if (!elsewhere || !notice || !link) return;
    link.href = elsewhere.action;
    notice.hidden = false;
  }
}

customElements.define("balai-resident", ResidentIsland);
