import type { OfficeCtx } from "#app/context.ts";
import { peopleOf, selectPeople } from "#app/modules/accounts/people.server.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { Block, Signature } from "#app/platform/document/blocks.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate, formatDateTime, formatNumber } from "#app/ui/format.ts";
import type { villageProfile } from "#db/village/schema/village.ts";
import type { NoticeTarget } from "./breach-rules.ts";
import { type BreachRow, getBreach } from "./breaches.server.ts";
import { LETTER_WORDS } from "./letter-words.ts";

type Profile = typeof villageProfile.$inferSelect;

/** A place to write by hand where the record holds nothing yet. */
const BLANK = ".".repeat(60);

/** The written notice of a breach to those whom it concerns, to print and sign (UU 27/2022 Ps. 46 (2): what it must say). */
export async function makeBreachLetter(
  ctx: OfficeCtx,
  id: string,
  target: NoticeTarget,
  profile: Profile,
): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "privacy.breaches");
  const breach = await getBreach(ctx.db, id);
  const blocks: Block[] = [
    await loadLetterhead(ctx, profile),
    { type: "title", text: LETTER_WORDS.title[target].toUpperCase(), lines: [LETTER_WORDS.number] },
    ...(target === "umum" ? [] : [{ type: "paragraph" as const, text: LETTER_WORDS.to[target] }]),
    { type: "paragraph", text: LETTER_WORDS.opening(villageName(profile)), align: "justify" },
    { type: "facts", rows: factsOf(ctx, breach), labelWidthMm: 55 },
    { type: "paragraph", text: LETTER_WORDS.closing[target], align: "justify" },
    { type: "signatures", signatures: [await signatureOf(ctx, profile)] },
  ];
  const document = {
    title: LETTER_WORDS.title[target],
    author: villageName(profile),
    createdAt: ctx.now,
    issuer: ctx.tenant,
    blocks,
  };
  return renderPdf(document, { paper: profile.paper });
}

function factsOf({ tenant }: OfficeCtx, breach: BreachRow) {
  const say = (at: string) => formatDateTime(Date.parse(at), tenant.timeZone);
  const count = breach.personCount === null ? BLANK : `${formatNumber(breach.personCount)} orang`;
  return [
    { label: "Apa yang terjadi", value: breach.what },
    { label: "Diketahui", value: say(breach.discoveredAt) },
    { label: "Data yang terkena", value: breach.whose ?? BLANK },
    { label: "Banyaknya orang", value: count },
    { label: "Bagaimana terjadinya", value: breach.how ?? BLANK },
    { label: "Penanganan dan pemulihan", value: breach.handling ?? BLANK },
  ];
}

async function signatureOf(ctx: OfficeCtx, profile: Profile): Promise<Signature> {
  const people = peopleOf(await selectPeople(ctx));
  const holds = ({ position }: { position: string }) => position === "kepala-desa";
  const head = people.find(({ positions }) => positions.some(holds));
  const title = positionTitle("kepala-desa", head?.positions.find(holds)?.status, profile);
  const place = `${profile.name}, ${formatDate(dayIn(ctx.tenant.timeZone, ctx.now))}`;
  return { above: [place, `${title} ${profile.name}`], name: head?.name ?? ".".repeat(30) };
}

function villageName({ villageTerm, name }: Profile): string {
  return `${villageTerm} ${name}`;
}
