import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Screen } from "./screen.ts";
import type { Session } from "./session.ts";

export const SessionContext = createContext<Session | null>(null);

/** The session that this screen runs on. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("a screen without a session");
  return session;
}

/** A part of what the screen knows; renders again when that part changes. */
export function useScreen<T>(select: (screen: Screen) => T): T {
  return useStore(useSession().store, select);
}

/** False while nobody would hear an action. */
export const useIsLive = (): boolean => useScreen((screen) => screen.link.kind === "open");
