import { describe, expect, it } from "vitest";
import { encodeStrictly, signRequest } from "#app/platform/files/sigv4.ts";

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const signatureOf = (headers: Record<string, string>) => headers.authorization?.split("Signature=")[1];

describe("signRequest", () => {
  it("gives the signature of AWS's test suite for get-vanilla", async () => {
    const identity = {
      accessKeyId: "AKIDEXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
      region: "us-east-1",
      service: "service",
    };
    const request = {
      method: "GET",
      url: new URL("https://example.amazonaws.com/"),
      headers: {},
      payloadHash: EMPTY,
    };
    const signed = await signRequest(request, identity, new Date("2015-08-30T12:36:00Z"));
    expect(signed.authorization).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    );
  });

  describe("S3's published examples", () => {
    const identity = {
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      region: "us-east-1",
      service: "s3",
    };
    const now = new Date("2013-05-24T00:00:00Z");
    const host = "https://examplebucket.s3.amazonaws.com";

    it("signs a read of a part of an object", async () => {
      const headers = { Range: "bytes=0-9", "x-amz-content-sha256": EMPTY };
      const request = { method: "GET", url: new URL(`${host}/test.txt`), headers, payloadHash: EMPTY };
      const signed = await signRequest(request, identity, now);
      expect(signatureOf(signed)).toBe("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    });

    it("signs an object on its way in", async () => {
      const payloadHash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
      const headers = {
        Date: "Fri, 24 May 2013 00:00:00 GMT",
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
        "x-amz-content-sha256": payloadHash,
      };
      const request = { method: "PUT", url: new URL(`${host}/test%24file.text`), headers, payloadHash };
      const signed = await signRequest(request, identity, now);
      expect(signatureOf(signed)).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    });

    it("signs a question without a value and one with several", async () => {
      const headers = { "x-amz-content-sha256": EMPTY };
      const lifecycle = { method: "GET", url: new URL(`${host}/?lifecycle`), headers, payloadHash: EMPTY };
      const list = { ...lifecycle, url: new URL(`${host}/?prefix=J&max-keys=2`) };
      expect(signatureOf(await signRequest(lifecycle, identity, now))).toBe(
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
      );
      expect(signatureOf(await signRequest(list, identity, now))).toBe(
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
      );
    });
  });

  it("encodes what encodeURIComponent leaves", () => {
    expect(encodeStrictly("a b!'()*~-._/")).toBe("a%20b%21%27%28%29%2A~-._%2F");
  });
});
