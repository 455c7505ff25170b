import { expect, it, vi } from "vitest";
import { WriterQueue } from "#db/local/writer-queue.ts";
import { ManualClock } from "./support.ts";

function makeQueue() {
  const clock = new ManualClock();
  return { clock, queue: new WriterQueue({ waitMs: 1_000, holdMs: 400 }, clock) };
}

it("gives the writer in the order of asking", async () => {
  const { queue } = makeQueue();
  const order: number[] = [];
  const first = await queue.acquire(vi.fn());
  const others = [1, 2, 3].map(async (number) => {
    const giveBack = await queue.acquire(vi.fn());
    order.push(number);
    giveBack();
  });
  expect([queue.waiting, order]).toEqual([3, []]);
  first();
  await Promise.all(others);
  expect(order).toEqual([1, 2, 3]);
});

it("fails those who waited too long, and serves the rest", async () => {
  const { clock, queue } = makeQueue();
  const giveBack = await queue.acquire(vi.fn());
  const early = expect(queue.acquire(vi.fn())).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  clock.advance(600);
  const late = queue.acquire(vi.fn());
  clock.advance(400);
  await early;
  giveBack();
  expect(await late).toBeTypeOf("function");
});

it("asks for the writer back only when another waits and it was kept long enough", async () => {
  const { clock, queue } = makeQueue();
  const expireFirst = vi.fn();
  const giveBack = await queue.acquire(expireFirst);
  clock.advance(300);
  const second = queue.acquire(vi.fn());
  clock.advance(99);
  expect(expireFirst).not.toHaveBeenCalled();
  clock.advance(1);
  expect(expireFirst).toHaveBeenCalledOnce();
  giveBack();
  const giveSecondBack = await second;
  giveSecondBack();
  expect(clock.pending).toBe(0);
});

it("is given back once, however often it is called", async () => {
  const { queue } = makeQueue();
  const first = await queue.acquire(vi.fn());
  first();
  await queue.acquire(vi.fn());
  first();
  let isServed = false;
  void queue.acquire(vi.fn()).then(() => {
    isServed = true;
  });
  await Promise.resolve();
  expect([isServed, queue.waiting]).toEqual([false, 1]);
});
