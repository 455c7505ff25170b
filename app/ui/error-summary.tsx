import { Icon } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type ErrorSummaryProps = {
  title?: string;
  /** `href` is `#` and the id of the field. */
  errors: readonly { href: string; text: string }[];
};

/** At the top of a form: what to mend, with a link to each field. Nothing where there is no error. */
export function ErrorSummary({ title = UI_WORDS.errorSummaryTitle, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section role="alert" className="mb-6 max-w-text rounded-md border-2 border-merah bg-merah-soft p-4">
      <h2 className="flex items-start gap-2 text-lg">
        <Icon name="stop" className="mt-1 text-merah" />
        {title}
      </h2>
      <ul className="mt-2 sm:pl-7">
        {errors.map(({ href, text }) => (
          <li key={href + text} className="border-t border-merah/25 first:border-0">
            <a
              href={href}
              className="flex min-h-11 items-center py-2 font-semibold text-merah hover:text-merah-dark"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
