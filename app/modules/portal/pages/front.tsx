import type { ReactNode } from "react";
import { useLoaderData } from "react-router";
import { Emblem } from "#app/modules/village/components/emblem.tsx";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn } from "#app/registry.ts";
import { Icon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { AgendaList } from "../components/agenda-list.tsx";
import { ContactList } from "../components/contact-list.tsx";
import { FrontLinks, frontLinks } from "../components/front-links.tsx";
import { OfficeFacts } from "../components/office-facts.tsx";
import { Officials } from "../components/officials.tsx";
import { PostList } from "../components/post-list.tsx";
import { loadFront } from "../load-front.server.ts";

export const loader = villageLoader(async ({ ctx }) => {
  const { switches, ...front } = await loadFront(ctx);
  return {
    ...front,
    zone: ctx.tenant.timeZone,
    links: frontLinks(switches, front),
    asks: {
      information: isModuleOn("information", switches),
      complaints: isModuleOn("complaints", switches),
    },
  };
});

type Front = Awaited<ReturnType<typeof loader>>;

export default function FrontPage() {
  const { profile, brand, emblemSrc, officials, links, posts, agenda, contacts, zone, asks } =
    useLoaderData<typeof loader>();
  return (
    <>
      <title>{brand.name}</title>
      <div className="flex items-start gap-4">
        {emblemSrc && <Emblem src={emblemSrc} size="large" />}
        <div className="min-w-0 flex-1">
          <PageHeader title={brand.name} lead={`${brand.place}, ${profile.provinceName}`} />
        </div>
      </div>
      <div className="flex flex-col gap-8">
        {profile.about && <p className="max-w-text whitespace-pre-line">{profile.about}</p>}
        <FrontLinks links={links} />
        <div className="grid items-start gap-8 lg:grid-cols-2 lg:gap-x-12">
          <div className="flex flex-col gap-8">
            <OfficeFacts profile={profile} />
            <ContactList contacts={contacts} kind="emergency" />
            {posts.length > 0 && (
              <Part id="kabar-desa" title="Kabar desa" more={{ href: "/berita", label: "Semua kabar" }}>
                <PostList posts={posts} zone={zone} />
              </Part>
            )}
            {agenda.length > 0 && (
              <Part id="agenda-desa" title="Agenda" more={{ href: "/agenda", label: "Seluruh agenda" }}>
                <AgendaList items={agenda} zone={zone} />
              </Part>
            )}
          </div>
          <div className="flex flex-col gap-8">
            <Officials officials={officials} />
            <ContactList contacts={contacts} kind="office" />
            <Asking asks={asks} />
          </div>
        </div>
      </div>
    </>
  );
}

interface PartProps {
  id: string;
  title: string;
  more: { href: string; label: string };
  children: ReactNode;
}

function Part({ id, title, more, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-lg">
        {title}
      </h2>
      {children}
      <a href={more.href} className="inline-flex min-h-11 items-center gap-1 print:hidden">
        {more.label}
        <Icon name="arrow-right" />
      </a>
    </section>
  );
}

/** Whom to turn to: everybody may ask and complain, with or without a telephone. */
function Asking({ asks }: Pick<Front, "asks">) {
  return (
    <section aria-labelledby="hak-warga" className="max-w-text">
      <h2 id="hak-warga" className="mb-2 text-lg">
        Bertanya dan mengadu
      </h2>
      <ul className="flex flex-col gap-3">
        {asks.information && (
          <li>
            <a href="/informasi-publik/permohonan" className="inline-flex min-h-11 items-center">
              Minta informasi publik
            </a>
            <p>Dijawab paling lama 10 hari kerja. Boleh juga datang ke kantor desa.</p>
          </li>
        )}
        {asks.complaints && (
          <li>
            <a href="/pengaduan" className="inline-flex min-h-11 items-center">
              Sampaikan pengaduan
            </a>
            <p>Keluhan atas layanan desa dicatat, ada penanggung jawabnya, dan dijawab.</p>
          </li>
        )}
        <li>
          <a href="/hak-dan-kewajiban" className="inline-flex min-h-11 items-center">
            Hak dan kewajiban warga
          </a>
        </li>
      </ul>
    </section>
  );
}
