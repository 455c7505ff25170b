import type { ReactElement } from "react";
import { cx } from "./cx.ts";

// Stroked paths on a 24 x 24 grid, drawn for Balai. Several shapes per tone, so that none is told by colour alone.
const PATHS = {
  check: "M4 12.5l5 5L20 6.5",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  dash: "M6 12h12",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.5v.01",
  "check-circle": "M12 3a9 9 0 100 18 9 9 0 000-18zM8 12.5l3 3 5.5-6",
  warning: "M12 3.5L22 20.5H2zM12 10v5M12 17.8v.01",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5.5l3.5 2",
  circle: "M12 4a8 8 0 100 16 8 8 0 000-16z",
  "arrow-left": "M20 12H5M11 5.5L4.5 12l6.5 6.5",
  "arrow-right": "M4 12h15M13 5.5l6.5 6.5-6.5 6.5",
  "return-arrow": "M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3",
  send: "M3 11.5L21 4l-6.5 17-3.5-7zM11 14l5-5",
  play: "M7 4.5l12 7.5-12 7.5z",
  balai: "M2 11L12 4l10 7M5 11h14M6.5 11v8M12 11v8M17.5 11v8M3 20h18",
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  desk: "M4 5h16v6H4zM4 15h16v4H4zM8 8h3M8 17h3",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  people:
    "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.3 3.3 0 010 6.3M18 14.3c2.2.8 3.5 2.8 3.5 5.7",
  user: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c0-4.2 3.3-6.5 7.5-6.5s7.5 2.3 7.5 6.5",
  "switch-user": "M4 8h13M13.5 4.5L17 8l-3.5 3.5M20 16H7M10.5 12.5L7 16l3.5 3.5",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  map: "M9 4L3 6.5v13.5l6-2.5 6 2.5 6-2.5V4l-6 2.5zM9 4v13.5M15 6.5V20",
  chart: "M4 20h16M7 20v-6M12 20V6M17 20v-9",
  coins:
    "M12 4c4.5 0 8 1.3 8 3s-3.5 3-8 3-8-1.3-8-3 3.5-3 8-3zM4 7v5c0 1.7 3.5 3 8 3s8-1.3 8-3V7M4 12v5c0 1.7 3.5 3 8 3s8-1.3 8-3v-5",
  chat: "M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12.5h5",
  share:
    "M7 12h0M17 6L7 12l10 6M18.5 8a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM5.5 14.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM18.5 21a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  download: "M12 4v11M7 10.5l5 5 5-5M4 20h16",
  upload: "M12 16V5M7 9.5l5-5 5 5M4 20h16",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  bell: "M6 16V11a6 6 0 0112 0v5l1.5 2h-15zM10 20.5h4",
  gear: "M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
  camera: "M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10a3.5 3.5 0 100 7 3.5 3.5 0 000-7z",
  law: "M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z",
  land: "M4 4h16v16H4zM4 10h9v10M13 4v6M13 14h7",
  "chevron-down": "M6 9l6 6 6-6",
} as const;

export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

type IconProps = { name: IconName; className?: string };

/** A decorative picture: always beside words, therefore hidden from screen readers. 20 px unless `className` says else. */
export function Icon({ name, className }: IconProps): ReactElement {
  return (
    <svg className={cx("icon", className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
