import type { BrowserlessClient, ClientAnswer } from "./client.ts";

/** Letters that came in, one for each thing that forms do to them. */
export interface MailStage {
  letter: string;
  toCorrect: string;
  toVoid: string;
  toDispose: string;
  toClose: string;
  /** Passed on to the head himself. */
  disposed: string;
  /** Entries of the expedition book. */
  sent: string;
  sentWrongly: string;
}

const LIST = "/kantor/buku/masuk";

/** Makes them through their own forms. */
export async function setMailStage(head: BrowserlessClient, headId: string): Promise<MailStage> {
  const enter = async (perihal: string) =>
    idIn(
      await head.submit(`${LIST}/baru`, {
        diterima: "2026-11-20",
        pengirim: "Camat Gunungsari",
        nomor: "005/112",
        tanggal_surat: "2026-11-19",
        perihal,
        sifat: "biasa",
        balas_sebelum: "2026-12-01",
      }),
      /masuk\/([\w-]+)/,
    );
  const disposed = await enter("Lomba desa");
  await head.submit(`${LIST}/${disposed}`, {
    maksud: "disposisi",
    kepada: headId,
    frasa: "Tindak lanjuti",
    batas: "",
    perintah: "",
  });
  const send = async (isi: string) =>
    idIn(
      await head.submit("/kantor/buku/ekspedisi/baru", {
        dikirim: "2026-11-20",
        nomor: "005/7/2026",
        tanggal_surat: "2026-11-19",
        isi,
        tujuan: "Ketua BPD",
      }),
      /ekspedisi\/([\w-]+)/,
    );
  return {
    sent: await send("Undangan musyawarah"),
    sentWrongly: await send("Salah catat"),
    letter: await enter("Rapat koordinasi"),
    toCorrect: await enter("Undangan pelatihan"),
    toVoid: await enter("Salah catat"),
    toDispose: await enter("Permintaan data"),
    toClose: await enter("Edaran libur"),
    disposed,
  };
}

function idIn(answer: ClientAnswer, pattern: RegExp): string {
  const id = pattern.exec(answer.headers.location ?? "")?.[1];
  if (!id) throw new Error(`${answer.status} ${answer.headers.location ?? answer.text.slice(0, 300)}`);
  return id;
}
