import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateText } from "#app/ui/text.tsx";
import { dismissOverseer, signOutEverywhere } from "../dismiss-overseer.server.ts";
import { getOverseer } from "../list-overseers.server.ts";
import { OVERSEER_REFUSALS, OVERSEER_WORDS, roleName } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params }) => ({
  person: await getOverseer(ctx, params.id ?? ""),
  list: `${oversightBase(ctx.overseer.kind)}/orang`,
}));

export const action = oversightAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  const list = `${oversightBase(ctx.overseer.kind)}/orang`;
  if (form.get("langkah") === "keluarkan") {
    const { name } = await signOutEverywhere(ctx, id);
    return redirectWithFlash(ctx.config, `${list}/${id}`, OVERSEER_WORDS.sessionsEnded(name));
  }
  const { name } = await dismissOverseer(ctx, id);
  return redirectWithFlash(ctx.config, list, OVERSEER_WORDS.dismissedNow(name));
});

type Person = Awaited<ReturnType<typeof getOverseer>>;

function factorsOf({ hasTotp, passkeyCount }: Person): string {
  const parts = [hasTotp && "kode autentikator", passkeyCount > 0 && `${passkeyCount} kunci sandi`];
  return parts.filter(Boolean).join(", ") || "belum terpasang";
}

export default function OverseerPerson() {
  const { person, list } = useLoaderData<typeof loader>();
  const isActive = person.state === "active";
  return (
    <>
      <title>{person.name}</title>
      <PageHeader
        title={person.name}
        back={{ href: list, label: "Orang" }}
        badge={
          isActive ? (
            <StatusBadge tone="good">Aktif</StatusBadge>
          ) : (
            <StatusBadge tone="bad">Diberhentikan</StatusBadge>
          )
        }
      />
      <div className="mb-6 max-w-text">
        <DefinitionList
          items={[
            { term: "Peran", value: roleName(person, person.regencyName) },
            { term: "Nama pengguna", value: person.username },
            { term: "Bergabung", value: <DateText date={person.createdAt.slice(0, 10)} /> },
            { term: "Pengaman kedua", value: factorsOf(person) },
            { term: "Sesi masuk", value: person.sessionCount },
          ]}
        />
      </div>
      {isActive && person.isSelf && <Notice>{OVERSEER_REFUSALS["own-account"]}</Notice>}
      {isActive && !person.isSelf && <PersonForms person={person} />}
    </>
  );
}

function PersonForms({ person }: { person: Person }) {
  return (
    <div className="flex max-w-text flex-col gap-4">
      <p>
        Memberhentikan akun mengakhiri semua sesi dan pengaman kedua {person.name}, serta undangan yang
        dibuatnya. Riwayat pekerjaannya tetap tersimpan.
      </p>
      <div className="flex flex-col gap-3 sm:flex-row">
        <form method="post">
          <SubmitKey />
          <Button name="langkah" value="keluarkan" variant="secondary">
            Keluarkan dari semua perangkat
          </Button>
        </form>
        <form method="post">
          <SubmitKey />
          <Button name="langkah" value="berhentikan" variant="danger">
            Berhentikan akun
          </Button>
        </form>
      </div>
    </div>
  );
}
