import { useActionData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PostForm } from "../components/post-form.tsx";
import { PostPreview } from "../components/post-preview.tsx";
import { PostInput } from "../input.ts";
import { POST_PHOTO } from "../post-photo.ts";
import { isPreview, previewOf, previewReply } from "../post-preview.ts";
import { POST_WORDS } from "../words.ts";
import { writePost } from "../write-post.server.ts";

const BASE = "/kantor/halaman-desa";
const EMPTY = { jenis: "news", judul: "", isi: "", tampil_sampai: "", teks_foto: "", izin_foto: "" };

export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "portal.write");
  await keepUpload(ctx, form, POST_PHOTO);
  if (isPreview(form)) return previewReply(form);
  return submitForm(form, PostInput, async (input) => {
    const { id } = await writePost(ctx, input);
    return redirectWithFlash(ctx.config, `${BASE}/tulisan/${id}`, POST_WORDS.kept);
  });
});

export default function NewPost() {
  const reply = useActionData() as FormReply | undefined;
  const preview = previewOf(reply);
  return (
    <>
      <title>Tulis berita atau pengumuman</title>
      <PageHeader
        title="Tulis berita atau pengumuman"
        lead="Disimpan dahulu sebagai konsep; Anda menerbitkannya sesudah itu."
        back={{ href: BASE, label: "Halaman desa" }}
      />
      {preview && <PostPreview {...preview} />}
      <PostForm defaults={EMPTY} reply={reply} submitLabel="Simpan konsep" />
    </>
  );
}
