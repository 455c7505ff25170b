import type { CDPSession } from "playwright-core";

/** Bytes over the wire, headers included. */
export interface PageWeight {
  total: number;
  document: number;
  style: number;
  script: number;
  image: number;
  other: number;
  requests: number;
}

const KINDS: Record<string, keyof PageWeight> = {
  Document: "document",
  Stylesheet: "style",
  Script: "script",
  Image: "image",
};

/** Weighs what a page loads, by Chromium's own count of encoded bytes. */
export class PageScales {
  readonly #kinds = new Map<string, keyof PageWeight>();
  readonly #weight: PageWeight = {
    total: 0,
    document: 0,
    style: 0,
    script: 0,
    image: 0,
    other: 0,
    requests: 0,
  };

  static async on(session: CDPSession): Promise<PageScales> {
    const scales = new PageScales();
    session.on("Network.requestWillBeSent", ({ requestId, type }) => {
      scales.#kinds.set(requestId, KINDS[type ?? ""] ?? "other");
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      scales.#weight[scales.#kinds.get(requestId) ?? "other"] += encodedDataLength;
      scales.#weight.total += encodedDataLength;
      scales.#weight.requests++;
    });
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    return scales;
  }

  read(): PageWeight {
    return { ...this.#weight };
  }
}
