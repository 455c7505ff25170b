import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { PostState } from "../post-rules.ts";

interface PostActionsProps {
  post: { slug: string; state: PostState; version: number };
  reply: FormReply | undefined;
}

/** Publish, or withdraw; why a post can't go out is said in the form below, at the field that is missing. */
export function PostActions({ post, reply }: PostActionsProps) {
  const isRefused = reply?.initialValue?.maksud === "terbitkan" && reply.error;
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap gap-3">
        <form method="post" noValidate>
          <SubmitKey />
          <Hidden name="versi" value={String(post.version)} />
          {post.state === "published" ? (
            <Button variant="danger" name="maksud" value="tarik">
              Tarik dari halaman desa
            </Button>
          ) : (
            <Button icon="send" name="maksud" value="terbitkan">
              Terbitkan
            </Button>
          )}
        </form>
        {post.state === "published" && (
          <ButtonLink href={`/berita/${post.slug}`}>Lihat di halaman desa</ButtonLink>
        )}
      </div>
      {isRefused && (
        <p role="alert">Tulisan belum terbit. Lengkapi isian yang ditandai, simpan, lalu terbitkan.</p>
      )}
    </div>
  );
}
