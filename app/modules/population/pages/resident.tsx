import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn } from "#app/registry.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText } from "#app/ui/text.tsx";
import { labelOf } from "../code-lists.ts";
import { CardMembers } from "../components/card-members.tsx";
import { DukcapilStep } from "../components/dukcapil-step.tsx";
import { ResidentHistory } from "../components/resident-history.tsx";
import { ResidentSections, RevealButtons } from "../components/resident-sections.tsx";
import { RevealInput } from "../input.ts";
import { loadResident } from "../load-resident.server.ts";
import { ageOn, STATUS } from "../person-rules.ts";
import { revealResident } from "../reveal-resident.server.ts";
import { LIST_WORDS, PERSON_WORDS, STATUS_TONES } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url, frame }) => ({
  ...(await loadResident(ctx, params.id ?? "")),
  today: dayIn(ctx.tenant.timeZone, ctx.now),
  mayWrite: ctx.actor.permissions.has("population.write"),
  mayAskLetter:
    ctx.actor.permissions.has("letters.serve") && isModuleOn("letters", frame?.switches ?? new Map()),
  recordedAct:
    ctx.actor.permissions.has("dukcapil.write") && isModuleOn("dukcapil", frame?.switches ?? new Map())
      ? url.searchParams.get("tindakan")
      : null,
}));

export const action = officeAction(async ({ ctx, params, form }) => {
  const { tampilkan } = RevealInput.parse({ tampilkan: form.get("tampilkan") });
  return { group: tampilkan, values: await revealResident(ctx, params.id ?? "", tampilkan) };
});

export default function Resident() {
  const { person, sections, revealable, events, members, today, recordedAct } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const revealed = answer?.values ?? {};
  return (
    <>
      <title>{person.name}</title>
      <PageHeader
        title={person.name}
        back={{ href: "/kantor/penduduk", label: "Penduduk" }}
        badge={<Standing />}
        actions={<Actions />}
      />
      {recordedAct && <DukcapilStep actId={recordedAct} />}
      <Doubts />
      <Place revealed={revealed} />
      <RevealButtons groups={revealable.filter((group) => group !== answer?.group)} />
      <ResidentSections sections={sections} revealed={revealed} />
      {members.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-4 text-lg">Sekeluarga</h2>
          <CardMembers members={members} today={today} />
        </section>
      )}
      <ResidentHistory events={events} />
    </>
  );
}

function Standing() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <span className="flex flex-wrap gap-1.5">
      <StatusBadge tone={person.status === STATUS.here ? "good" : STATUS_TONES[person.status]}>
        {person.status === STATUS.here ? LIST_WORDS.here.label : labelOf("status", person.status)}
      </StatusBadge>
      {person.kind === "temporary" && <StatusBadge tone="waiting">{LIST_WORDS.temporary}</StatusBadge>}
    </span>
  );
}

function Actions() {
  const { person, mayWrite, mayAskLetter } = useLoaderData<typeof loader>();
  const letter = mayAskLetter && (
    <ButtonLink href={`/kantor/surat/baru/${person.id}`} variant="primary" icon="file">
      Buat surat
    </ButtonLink>
  );
  if (!mayWrite) return letter;
  return (
    <>
      {letter}
      <ButtonLink href={`/kantor/penduduk/${person.id}/peristiwa`} icon="plus">
        Catat peristiwa
      </ButtonLink>
      <ButtonLink href={`/kantor/penduduk/${person.id}/ubah`} icon="edit">
        Ubah data
      </ButtonLink>
    </>
  );
}

function Doubts() {
  const { person, nikDoubts } = useLoaderData<typeof loader>();
  if (person.nikState === "valid") return null;
  return (
    <div className="mb-6">
      <Notice tone="warning">
        {person.nikState === "none" ? PERSON_WORDS.noNik : PERSON_WORDS.doubtfulNik(nikDoubts)}
      </Notice>
    </div>
  );
}

/** What a counter looks at first: where he lives, his card, his age, since when he stands so. */
function Place({ revealed }: { revealed: Record<string, string> }) {
  const { person, family, areaText, today } = useLoaderData<typeof loader>();
  const age = person.status === STATUS.here ? ageOn(person.birthDate, today) : null;
  const number = revealed.kkNumber ?? family?.number ?? PERSON_WORDS.noKkNumber;
  return (
    <div className="max-w-text">
      <DefinitionList
        items={[
          { term: "Wilayah", value: areaText },
          {
            term: "Kartu keluarga",
            value: family ? (
              <>
                <a href={`/kantor/penduduk/keluarga/${family.id}`} className="tabular-nums">
                  {number}
                </a>
                {family.role && `, ${family.role.toLowerCase()}`}
              </>
            ) : (
              PERSON_WORDS.noFamily
            ),
          },
          { term: "Usia", value: age === null ? null : `${age} tahun` },
          { term: "Tercatat begini sejak", value: <DateText date={person.statusSince} /> },
        ]}
      />
    </div>
  );
}
