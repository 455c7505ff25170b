/** What somebody is told of his letter over WhatsApp: never a name's identifier, never the link that proves it. */
export function letterShareText({
  title,
  state,
  village,
}: {
  title: string;
  state: string;
  village: string;
}): string {
  const where: Record<string, string> = {
    asked: "kami catat, tetapi syaratnya belum lengkap. Mohon bawa syarat yang kurang",
    signed: "sudah ditandatangani dan dapat diambil di kantor desa",
    handed: "sudah diserahkan",
    cancelled: "dibatalkan. Silakan hubungi kantor desa",
  };
  return `Kantor Desa ${village}: ${title} Anda ${where[state] ?? "sedang kami kerjakan"}.`;
}
