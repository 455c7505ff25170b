import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES, OVERSIZED_FILE_TYPE, readForm } from "#app/platform/http/read-form.ts";

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://desa.localhost/masuk", { method: "POST", body, headers });
}

describe("the reader of forms in workerd", () => {
  it("reads fields as typed, repeated ones in order", async () => {
    const form = await readForm(
      post(
        new URLSearchParams([
          ["nama", "Ahmad & Siti"],
          ["bulan", "1"],
          ["bulan", "2"],
        ]),
      ),
    );
    expect(form.get("nama")).toBe("Ahmad & Siti");
    expect(form.getAll("bulan")).toEqual(["1", "2"]);
  });

  it("takes control characters out and brings letters to one form", async () => {
    const sent = new FormData();
    sent.append("nama", "A\u0323h\u0323mad\0");
    expect((await readForm(post(sent))).get("nama")).toBe("Ạḥmad");
    expect((await readForm(post(new URLSearchParams({ nama: "Si\0ti" })))).get("nama")).toBe("Siti");
  });

  it("reads a file with its bytes and leaves an empty file field out", async () => {
    const sent = new FormData();
    sent.append("keterangan", "foto kegiatan");
    sent.append("berkas", new File([new Uint8Array([1, 2, 3])], "foto.jpg"));
    const form = await readForm(post(sent));
    const file = form.get("berkas") as File;
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3]);
    const empty = new FormData();
    empty.append("berkas", new File([], ""));
    expect((await readForm(post(empty))).has("berkas")).toBe(false);
  });

  it("keeps what was typed where the file is too large, and marks the file", async () => {
    const sent = new FormData();
    sent.append("keterangan", "foto kegiatan");
    sent.append("berkas", new File([new Uint8Array(MAX_FILE_BYTES + 1)], "besar.jpg"));
    const form = await readForm(post(sent));
    expect(form.get("keterangan")).toBe("foto kegiatan");
    expect((form.get("berkas") as File).type).toBe(OVERSIZED_FILE_TYPE);
  });

  it.each([
    ["text over 1 MB", () => post(new URLSearchParams({ a: "x".repeat(1_100_000) })), /terlalu besar/],
    ["JSON", () => post("{}", { "content-type": "application/json" }), /formulir/],
    ["5,000 fields", () => post(new URLSearchParams("a=1&".repeat(5_000))), /terlalu banyak/],
    [
      "a list of millions",
      () => post(new URLSearchParams({ "indikator[9999999].t1": "1" })),
      /tidak dikenali/,
    ],
    [
      "lists in lists in lists",
      () => post(new URLSearchParams({ [`a${"[99]".repeat(3)}`]: "1" })),
      /tidak dikenali/,
    ],
    [
      "a field that names the prototype",
      () => post(new URLSearchParams({ "__proto__.x": "1" })),
      /tidak dikenali/,
    ],
    [
      "a form cut off half-way",
      () =>
        post('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', {
          "content-type": "multipart/form-data; boundary=x",
        }),
      /terputus/,
    ],
  ])("refuses %s with a sentence", async (_what, build, sentence) => {
    await expect(readForm(build())).rejects.toThrow(sentence);
  });
});
