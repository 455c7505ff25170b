import { LIST_WORDS } from "../words.ts";

/** Ways to what somebody has to mend in the register. */
export function MendLinks() {
  return (
    <nav aria-label={LIST_WORDS.mend.label} className="mb-6 flex flex-wrap items-center gap-x-5">
      <span className="text-ink-soft">{LIST_WORDS.mend.label}:</span>
      {LIST_WORDS.mend.links.map(({ href, text }) => (
        <a key={href} href={href} className="inline-flex min-h-11 items-center">
          {text}
        </a>
      ))}
    </nav>
  );
}
