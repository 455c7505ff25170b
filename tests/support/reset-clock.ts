import { beforeAll } from "vitest";
import { testApp } from "./app.ts";
import { TEST_CLOCK_START } from "./clock-start.ts";

// Each file begins at the same time, whatever the one before it did to the clock.
beforeAll(() => testApp().setClock(TEST_CLOCK_START));
