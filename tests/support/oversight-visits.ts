import type { OfficeStage } from "./office-stage.ts";
import type { Visit } from "./page-table.ts";

type Ids = OfficeStage["ids"];

const nobody: Visit = { as: null };
const operator: Visit = { as: "operator-balai" };
const regencyAdmin: Visit = { as: "admin-kabupaten" };
const contestLetter = ({ claims }: Ids) => ({ id: claims.contest, berkas: "permintaan" });

/** Pages of those above the villages. */
export const OVERSIGHT_VISITS: Record<string, Visit> = {
  "/operator": operator,
  "/operator/desa": { ...operator, query: "?keadaan=active" },
  "/operator/desa/:id": { ...operator, params: (ids) => ({ id: ids.village }) },
  "/operator/desa/:id/penangguhan": { ...operator, params: (ids) => ({ id: ids.village }) },
  "/operator/desa/:id/ruang": { ...operator, params: (ids) => ({ id: ids.village }) },
  "/operator/desa/:id/pemulihan-data": { ...operator, params: (ids) => ({ id: ids.village }) },
  "/operator/rumah-data": operator,
  "/operator/skema": operator,
  "/operator/pekerjaan": operator,
  "/operator/pekerjaan/:id": { ...operator, params: ({ oversight }) => ({ id: oversight.deadLetter }) },
  "/operator/penyimpanan": operator,
  "/operator/peringatan": operator,
  "/operator/peringatan/:id": { ...operator, params: ({ oversight }) => ({ id: oversight.alert }) },
  "/operator/riwayat": operator,
  "/operator/masuk": nobody,
  "/operator/masuk/kode": { as: "operator-sebelum-kode" },
  "/operator/masuk/pasang": { as: "operator-baru" },
  "/operator/undangan/:token": {
    ...nobody,
    params: ({ oversight }) => ({ token: oversight.operatorInvitation.token }),
  },
  "/operator/keluar": { ...operator, answers: "elsewhere" },
  "/operator/akun": operator,
  "/operator/akun/kata-sandi": operator,
  "/operator/akun/kode": operator,
  "/operator/akun/kunci-sandi": operator,
  "/operator/akun/kunci-sandi/:id": {
    ...operator,
    params: ({ oversight }) => ({ id: oversight.operatorPasskey }),
  },
  "/operator/desa/:id/pemulihan": { ...operator, params: (ids) => ({ id: ids.village }) },
  "/operator/verifikasi": operator,
  "/operator/verifikasi/:id": { ...operator, params: ({ claims }) => ({ id: claims.contest }) },
  "/operator/verifikasi/:id/surat/:berkas": { ...operator, params: contestLetter, answers: "file" },
  "/operator/orang": operator,
  "/operator/orang/undang": operator,
  "/operator/orang/undangan/:id": {
    ...operator,
    params: ({ oversight }) => ({ id: oversight.operatorInvitation.id }),
  },
  "/operator/orang/:id": { ...operator, params: ({ oversight }) => ({ id: oversight.overseer }) },

  "/kabupaten": regencyAdmin,
  "/kabupaten/masuk": nobody,
  "/kabupaten/masuk/kode": { as: "admin-sebelum-kode" },
  "/kabupaten/masuk/pasang": { as: "admin-baru" },
  "/kabupaten/undangan/:token": {
    ...nobody,
    params: ({ oversight }) => ({ token: oversight.regencyInvitation.token }),
  },
  "/kabupaten/keluar": { ...regencyAdmin, answers: "elsewhere" },
  "/kabupaten/akun": regencyAdmin,
  "/kabupaten/akun/kata-sandi": regencyAdmin,
  "/kabupaten/akun/kode": regencyAdmin,
  "/kabupaten/akun/kunci-sandi": regencyAdmin,
  "/kabupaten/akun/kunci-sandi/:id": {
    ...regencyAdmin,
    params: ({ oversight }) => ({ id: oversight.regencyPasskey }),
  },
  "/kabupaten/desa/:id/pemulihan": { ...regencyAdmin, params: (ids) => ({ id: ids.village }) },
  "/kabupaten/verifikasi": regencyAdmin,
  "/kabupaten/verifikasi/:id": { ...regencyAdmin, params: ({ claims }) => ({ id: claims.letter }) },
  "/kabupaten/verifikasi/:id/surat/:berkas": { ...regencyAdmin, params: contestLetter, answers: "file" },
  "/kabupaten/daftar-perangkat": regencyAdmin,
  "/kabupaten/orang": regencyAdmin,
  "/kabupaten/orang/undang": regencyAdmin,
  "/kabupaten/orang/undangan/:id": {
    ...regencyAdmin,
    params: ({ oversight }) => ({ id: oversight.regencyInvitation.id }),
  },
  "/kabupaten/orang/:id": { ...regencyAdmin, params: ({ oversight }) => ({ id: oversight.regencyMember }) },
};
