import { useLoaderData } from "react-router";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { ChoiceFilter } from "../components/choice-filter.tsx";
import { OfficialPosts } from "../components/official-posts.tsx";
import { RegisterDownloads } from "../components/register-downloads.tsx";
import { RegisterRows } from "../components/register-rows.tsx";
import { loadBook } from "../load-book.server.ts";
import { REGISTER_COLUMNS } from "../register-columns.ts";
import {
  choiceQuery,
  FILE_FORMATS,
  findRegister,
  type Register,
  readChoice,
  registerHref,
} from "../register-rules.ts";
import type { RegisterRow } from "../register-table.ts";
import { startRegisterFile } from "../start-register-file.server.ts";
import { FILE_WORDS, REGISTER_WORDS } from "../words.ts";

/** The register of an address; those of residents under their own, and no other. */
function requireRegister(name: string | undefined, path: string): Register {
  const register = findRegister(name);
  if (!register || registerHref(register) !== path.replace(/\.data$/, ""))
    throw new NotFoundError(REGISTER_WORDS.noRegister);
  return register;
}

export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const register = requireRegister(params.buku, url.pathname);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const choice = readChoice(register, url.searchParams, today);
  const after = url.searchParams.get("setelah");
  return {
    register,
    choice,
    after,
    query: choiceQuery(register, choice, today).toString(),
    mayWrite: !register.holdsResidents && ctx.actor.permissions.has("registers.write"),
    ...(await loadBook(ctx, requireProfile(frame?.profile), register, choice, after)),
  };
});

export const action = officeAction(async ({ ctx, params, url, form, frame }) => {
  const register = requireRegister(params.buku, url.pathname);
  const choice = readChoice(register, url.searchParams, dayIn(ctx.tenant.timeZone, ctx.now));
  const format = FILE_FORMATS.find((each) => each === form.get("format")) ?? "pdf";
  await startRegisterFile(ctx, requireProfile(frame?.profile), { register, choice, format });
  return redirectWithFlash(ctx.config, "/kantor/register/berkas", FILE_WORDS.started(register.name));
});

export default function Book() {
  const { register, choice, after, query, mayWrite, rows, next, before, total, posts, remarks } =
    useLoaderData<typeof loader>();
  const here = registerHref(register);
  const when = register.choice === "day" ? formatDate(choice.to) : monthText(choice.to);
  const hrefAfter = (id: string) => `${here}?${query && `${query}&`}setelah=${id}`;
  return (
    <>
      <title>{`${register.name}, ${when}`}</title>
      <PageHeader
        title={`${register.annex} ${register.name}`}
        lead={register.choice === "day" ? REGISTER_WORDS.today(when) : when}
        back={{ href: "/kantor/register", label: "Register desa" }}
        actions={
          mayWrite && (
            <ButtonLink href={`${here}/baru`} variant="primary" icon="plus">
              Catat
            </ButtonLink>
          )
        }
      />
      <ChoiceFilter register={register} choice={choice} resetHref={query ? here : undefined} />
      {posts && <OfficialPosts {...posts} />}
      {rows.length === 0 ? (
        <EmptyState
          icon="file"
          title={register.choice === "day" ? REGISTER_WORDS.empty : REGISTER_WORDS.emptyMonth}
        >
          {register.about}
        </EmptyState>
      ) : (
        <RegisterRows
          columns={REGISTER_COLUMNS[register.key]}
          rows={rows}
          caption={`${register.name}, ${when}`}
          nameAt={NAME_AT[register.key] ?? 1}
          hrefOf={(row) => hrefOf(register, row, mayWrite)}
        />
      )}
      <Pagination
        previousHref={after ? `${here}${query && `?${query}`}` : undefined}
        nextHref={next ? hrefAfter(next) : undefined}
        summary={
          total > rows.length
            ? `${formatNumber(before + 1)}–${formatNumber(before + rows.length)} dari ${formatNumber(total)}`
            : undefined
        }
      />
      {remarks.map((remark) => (
        <p key={remark} className="mt-4 max-w-text text-sm text-ink-soft">
          {remark}
        </p>
      ))}
      <RegisterDownloads register={register.key} query={query} total={total} />
    </>
  );
}

/** Columns by which rows are known, where it is not the second. */
const NAME_AT: Partial<Record<Register["key"], number>> = {
  peraturan: 3,
  keputusan: 2,
  lembaran: 3,
  "ktp-kk": 2,
};

function monthText(day: string): string {
  return formatDate(day).split(" ").slice(1).join(" ");
}

/** A resident's page, an entry's, or the form that completes a term of office; vacancies and totals have none. */
function hrefOf({ key, holdsResidents }: Register, { id }: RegisterRow, mayWrite: boolean): string | null {
  if (id === null || id.startsWith("kosong-")) return null;
  if (holdsResidents) return `/kantor/penduduk/${id}`;
  if (!id.startsWith("masa-")) return `/kantor/register/${key}/${id}`;
  return mayWrite ? `/kantor/register/${key}/baru?masa=${id.slice("masa-".length)}` : null;
}
