import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PostList } from "../components/post-list.tsx";
import { loadNews } from "../public-pages.server.ts";
import { POST_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadNews(ctx));

export default function News() {
  const { posts, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Berita dan pengumuman</title>
      <PageHeader title="Berita dan pengumuman" />
      {posts.length === 0 ? (
        <EmptyState icon="file" title={POST_WORDS.empty} />
      ) : (
        <PostList posts={posts} zone={zone} />
      )}
    </>
  );
}
