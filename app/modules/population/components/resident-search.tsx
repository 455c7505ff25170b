import { Button } from "#app/ui/button.tsx";
import { LIST_WORDS } from "../words.ts";

/**
 * One field for name, NIK and No KK. It posts, so that a number never stands in an address, a history or a log: a name
 * leads on to the list's address, a number is answered at once.
 */
export function ResidentSearch({
  name,
  label = LIST_WORDS.searchLabel,
}: {
  name: string | null;
  label?: string;
}) {
  return (
    <search className="mb-6 print:hidden">
      <form method="post" className="flex flex-col gap-1.5">
        <label htmlFor="cari" className="font-semibold">
          {label}
        </label>
        <div className="flex max-w-text flex-wrap gap-3">
          <input
            id="cari"
            name="cari"
            type="search"
            autoComplete="off"
            maxLength={100}
            defaultValue={name ?? ""}
            className="control min-w-0 flex-1 basis-56"
          />
          <Button variant="secondary" icon="search">
            Cari
          </Button>
        </div>
      </form>
    </search>
  );
}
