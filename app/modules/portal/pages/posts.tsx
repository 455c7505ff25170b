import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { PortalTabs } from "../components/portal-tabs.tsx";
import { PostBadge } from "../components/post-badge.tsx";
import { postMeta } from "../components/post-list.tsx";
import { listPosts } from "../load-posts.server.ts";
import { POST_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa";

export const loader = officeLoader(async ({ ctx }) => ({
  posts: await listPosts(ctx),
  zone: ctx.tenant.timeZone,
  mayWrite: ctx.actor.permissions.has("portal.write"),
  withDomain: ctx.actor.permissions.has("portal.domain"),
}));

export default function Posts() {
  const { posts, zone, mayWrite, withDomain } = useLoaderData<typeof loader>();
  const start = mayWrite && (
    <ButtonLink href={`${BASE}/tulisan/baru`} variant="primary" icon="plus">
      Tulis
    </ButtonLink>
  );
  return (
    <>
      <title>Halaman desa</title>
      <PageHeader
        title="Halaman desa"
        actions={
          <>
            {start}
            <ButtonLink href="/" icon="home">
              Lihat halaman desa
            </ButtonLink>
          </>
        }
      />
      <PortalTabs current={BASE} withDomain={withDomain} />
      {posts.length === 0 ? (
        <EmptyState icon="file" title={POST_WORDS.empty} action={start}>
          Kabar kegiatan dan pengumuman untuk warga ditulis di sini, lalu diterbitkan di halaman desa.
        </EmptyState>
      ) : (
        <TaskList
          label="Berita dan pengumuman"
          items={posts.map((post) => ({
            key: post.id,
            href: `${BASE}/tulisan/${post.id}`,
            title: post.title,
            meta: postMeta(post, zone),
            badge: <PostBadge state={post.state} />,
          }))}
        />
      )}
      {posts.length > 0 && <DownloadLinks list="tulisan" />}
    </>
  );
}
