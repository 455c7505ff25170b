import { Outlet } from "react-router";

/** Addresses that answer a document or a redirect, never a page. */
export default function Bare() {
  return <Outlet />;
}
