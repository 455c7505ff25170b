import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PostActions } from "../components/post-actions.tsx";
import { PostBadge } from "../components/post-badge.tsx";
import { PostForm } from "../components/post-form.tsx";
import { PostPreview } from "../components/post-preview.tsx";
import { TextBlocks } from "../components/text-blocks.tsx";
import { SavePostInput, VersionInput } from "../input.ts";
import { loadPost } from "../load-posts.server.ts";
import { idParam } from "../params.ts";
import { POST_PHOTO } from "../post-photo.ts";
import { isPreview, previewOf, previewReply } from "../post-preview.ts";
import { publishPost } from "../publish-post.server.ts";
import { savePost } from "../save-post.server.ts";
import { withdrawPost } from "../withdraw-post.server.ts";
import { POST_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa";

export const loader = officeLoader(({ ctx, params }) => loadPost(ctx, idParam(params)));

export const action = officeAction(async ({ ctx, params, form }) => {
  requirePermission(ctx, "portal.write");
  const id = idParam(params);
  const here = `${BASE}/tulisan/${id}`;
  if (form.get("maksud") === "terbitkan")
    return submitForm(form, VersionInput, async (input) => {
      await publishPost(ctx, id, input);
      return redirectWithFlash(ctx.config, here, POST_WORDS.published);
    });
  if (form.get("maksud") === "tarik")
    return submitForm(form, VersionInput, async (input) => {
      await withdrawPost(ctx, id, input);
      return redirectWithFlash(ctx.config, here, POST_WORDS.withdrawn);
    });
  await keepUpload(ctx, form, POST_PHOTO);
  if (isPreview(form)) return previewReply(form);
  return submitForm(form, SavePostInput, async (input) => {
    const { isPublished } = await savePost(ctx, id, input);
    return redirectWithFlash(ctx.config, here, isPublished ? POST_WORDS.savedPublic : POST_WORDS.saved);
  });
});

export default function Post() {
  const { post, photoSrc, mayWrite } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const preview = previewOf(reply);
  return (
    <>
      <title>{post.title}</title>
      <PageHeader
        title={post.title}
        badge={<PostBadge state={post.state} />}
        back={{ href: BASE, label: "Halaman desa" }}
      />
      <div className="flex flex-col gap-6">
        {mayWrite && <PostActions post={post} reply={reply} />}
        {photoSrc && (
          <img
            src={photoSrc}
            alt={post.photoText ?? "Foto tulisan"}
            width="320"
            height="240"
            loading="lazy"
            className="h-auto w-80 max-w-full rounded-sm border border-line"
          />
        )}
        {!mayWrite && <TextBlocks body={post.body} />}
        {preview && <PostPreview {...preview} />}
        {mayWrite && (
          <PostForm
            defaults={{
              jenis: post.kind,
              judul: post.title,
              isi: post.body,
              tampil_sampai: post.shownUntil ?? "",
              teks_foto: post.photoText ?? "",
              izin_foto: post.hasConsent ? "on" : "",
            }}
            reply={reply}
            version={post.version}
            hasPhoto={photoSrc !== null}
            submitLabel={post.state === "published" ? "Simpan, langsung berlaku" : "Simpan"}
          />
        )}
      </div>
    </>
  );
}
