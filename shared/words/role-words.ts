import type { Role } from "../team/team.ts";

export const roleWords: Readonly<Record<Role, string>> = {
  primary: "Primary",
  secondary: "Secondary",
  backup: "Backup",
};
