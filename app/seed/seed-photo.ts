import { zlibSync } from "fflate";
import { PNG_SIGNATURE } from "#app/platform/image/png.ts";
import { crc32 } from "#app/platform/zip/crc32.ts";

const WIDTH = 480;
const HEIGHT = 360;

/** Sky, far hills, near hills, field, path, wall, roof. */
const PALETTES = [
  [0xcfe3ee, 0x8fb3a5, 0x5f8f7a, 0x9fb46a, 0xd9c7a0, 0xf3ead9, 0x9a4a2f],
  [0xf3dcc0, 0xb59a86, 0x7d8a66, 0xb9a95c, 0xe2d2ae, 0xfaf3e6, 0x7a5a3a],
  [0xdfe8e6, 0x9db3b0, 0x6c8d88, 0x8aa565, 0xcdbf9c, 0xf5efe2, 0xa3242b],
];
const [SKY, FAR, NEAR, FIELD, PATH, WALL, ROOF] = [0, 1, 2, 3, 4, 5, 6];

/** A drawn village under hills, another one for each number: evidence that nobody takes for a real photo. PNG. */
export function drawPhoto(scene: number): Uint8Array {
  const rows = new Uint8Array(HEIGHT * (WIDTH + 1));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows[y * (WIDTH + 1) + 1 + x] = colourAt(x, y, scene);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, WIDTH);
  view.setUint32(4, HEIGHT);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", paletteOf(scene)),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ];
  return Uint8Array.from([PNG_SIGNATURE, ...chunks].flatMap((part) => [...part]));
}

/** The same as a file that a phone sends. */
export function photoFile(scene: number): File {
  return new File([new Uint8Array(drawPhoto(scene))], `foto-contoh-${scene}.png`, { type: "image/png" });
}

function colourAt(x: number, y: number, scene: number): number {
  const wave = (period: number, height: number) => Math.sin((x + scene * 97) / period) * height;
  const houseX = 70 + ((scene * 131) % 300);
  if (isWithin(x, houseX, houseX + 96) && isWithin(y, 190, 250)) return WALL;
  if (isWithin(y, 150, 190) && Math.abs(x - houseX - 48) < 64 - (190 - y) * 1.4) return ROOF;
  if (y > 250 && Math.abs(x - houseX - 48 - (y - 250) * 0.6) < 10 + (y - 250) * 0.25) return PATH;
  if (y > 235 + wave(60, 6)) return FIELD;
  if (y > 175 + wave(45, 22)) return NEAR;
  return y > 120 + wave(70, 30) ? FAR : SKY;
}

function isWithin(value: number, from: number, to: number): boolean {
  return value >= from && value < to;
}

function paletteOf(scene: number): Uint8Array {
  const colours = PALETTES[scene % PALETTES.length] ?? [];
  return Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
