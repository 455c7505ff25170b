import { useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { postMeta } from "../components/post-list.tsx";
import { TextBlocks } from "../components/text-blocks.tsx";
import { loadPublicPost } from "../public-pages.server.ts";

export const loader = villageLoader(({ ctx, params }) => {
  if (!params.slug) throw new NotFoundError();
  return loadPublicPost(ctx, params.slug);
});

export default function PublicPost() {
  const { post, photoSrc, zone } = useLoaderData<typeof loader>();
  return (
    <article>
      <title>{post.title}</title>
      <PageHeader
        title={post.title}
        lead={postMeta(post, zone)}
        back={{ href: "/berita", label: "Berita dan pengumuman" }}
      />
      <div className="flex flex-col gap-5">
        {photoSrc && (
          <figure className="max-w-text">
            <img
              src={photoSrc}
              alt={post.photoText ?? ""}
              width="640"
              height="480"
              loading="lazy"
              className="h-auto w-full rounded-sm border border-line"
            />
          </figure>
        )}
        <TextBlocks body={post.body} />
      </div>
    </article>
  );
}
