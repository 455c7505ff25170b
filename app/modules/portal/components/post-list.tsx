import { civilDateIn, formatDate, type ZoneName } from "#app/ui/format.ts";
import type { PostKind } from "../post-rules.ts";
import { POST_KIND_NAMES } from "../words.ts";

interface ListedPost {
  slug: string;
  kind: PostKind;
  title: string;
  publishedAt: string | null;
  excerpt?: string;
}

/** Kind and day of a post: `Pengumuman · 24 November 2026`. */
export function postMeta({ kind, publishedAt }: Pick<ListedPost, "kind" | "publishedAt">, zone: ZoneName) {
  const day = publishedAt && formatDate(civilDateIn(Date.parse(publishedAt), zone));
  return [POST_KIND_NAMES[kind], day].filter(Boolean).join(" · ");
}

/** Posts one under the other, each a link. */
export function PostList({ posts, zone }: { posts: readonly ListedPost[]; zone: ZoneName }) {
  return (
    <ul className="flex max-w-text flex-col border-t border-line">
      {posts.map((post) => (
        <li key={post.slug} className="avoid-break border-b border-line py-3">
          <p className="text-sm text-ink-soft">{postMeta(post, zone)}</p>
          <a href={`/berita/${post.slug}`} className="inline-flex min-h-11 items-center font-semibold">
            {post.title}
          </a>
          {post.excerpt && <p>{post.excerpt}</p>}
        </li>
      ))}
    </ul>
  );
}
