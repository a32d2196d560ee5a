import type { NoticeKey } from "../../../shared/paging/notice.ts";

/** What one run of a notification service calls the notices that it shows. */
export type KeptIds = {
  /** Names one run of one service on one bus, for ever: in any other run the same numbers are other people's notifications. */
  readonly run: string;
  /** Oldest first. */
  readonly ids: ReadonlyMap<NoticeKey, number>;
};

/** Keeps ids while Baton does not run. */
export type NoticeIds = {
  load(): KeptIds | undefined;
  /** Told at each change; may be written a moment later. */
  save(kept: KeptIds): void;
};

/** The ids of the notices on the screen, as long as the run of the service that gave them. */
export type ShownIds = {
  /** The service that answers now; `undefined` where its run has no name, so that nothing of it can be kept. */
  met(run: string | undefined): void;
  idOf(key: NoticeKey): number | undefined;
  keyOf(id: unknown): NoticeKey | undefined;
  set(key: NoticeKey, id: number): void;
  remove(key: NoticeKey): void;
};

/** Ids that are kept at most; a screen holds far fewer. */
const mostKept = 500;

export function shownIds(kept?: NoticeIds): ShownIds {
  const loaded = kept?.load();
  const ids = new Map<NoticeKey, number>(loaded?.ids);
  let current = loaded?.run;
  const changed = (): void => {
    if (current !== undefined) kept?.save({ run: current, ids: new Map([...ids].slice(-mostKept)) });
  };
  return {
    met(run) {
      if (run !== current || run === undefined) ids.clear();
      current = run;
    },
    idOf: (key) => ids.get(key),
    keyOf(id) {
      for (const [key, known] of ids) if (known === id) return key;
      return undefined;
    },
    set(key, id) {
      if (ids.get(key) === id) return;
      // To the end of the order.
      ids.delete(key);
      ids.set(key, id);
      changed();
    },
    remove(key) {
      if (ids.delete(key)) changed();
    },
  };
}
