import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

type Look = {
  variant?: ButtonVariant;
  icon?: IconName;
  iconEnd?: IconName;
  wide?: boolean;
  children: ReactNode;
};

export type ButtonProps = Look & {
  type?: "submit" | "reset" | "button";
  name?: string;
  value?: string;
  form?: string;
  formAction?: string;
  formNoValidate?: boolean;
  disabled?: boolean;
  "aria-describedby"?: string;
};

export type ButtonLinkProps = Look & {
  href: string;
  download?: boolean | string;
  target?: "_blank";
  rel?: string;
  "aria-describedby"?: string;
};

function classes({ variant = "primary", wide }: Pick<Look, "variant" | "wide">): string {
  return cx("btn", `btn-${variant}`, wide && "w-full");
}

/** A button that sends its form (`type` submit unless told), with its own `name` and `value` where a form has several. */
export function Button({ variant, icon, iconEnd, wide, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classes({ variant, wide })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({
  variant = "secondary",
  icon,
  iconEnd,
  wide,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={classes({ variant, wide })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </a>
  );
}
