/** One measured number, beside the peer that ran in the same run. One line of JSON on standard output. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "ms of CPU" | "kB" | "MB";
  /** What ran beside Baton; null where the goal is a number by itself. */
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** `value` over `peerValue`: what holds from machine to machine. */
  readonly ratio: number | null;
  readonly goal: string | null;
  /** Null where there is no goal. */
  readonly met: boolean | null;
};

export type Peer = { readonly name: string; readonly value: number };

type Measured = Pick<Figure, "name" | "value" | "unit">;

/** A figure whose goal is a ratio to its peer; without `most` it is reported for what it is. */
export function compared(measured: Measured, peer: Peer, most?: number): Figure {
  const ratio = measured.value / peer.value;
  return {
    ...rounded(measured),
    peer: peer.name,
    peerValue: significant(peer.value),
    ratio: significant(ratio),
    goal: most === undefined ? null : `≤ ${most}×`,
    met: most === undefined ? null : ratio <= most,
  };
}

/** A figure whose goal, if it has one, is a number of its own unit; a peer is for comparison only. */
export function absolute(measured: Measured, most?: number, peer?: Peer): Figure {
  return {
    ...rounded(measured),
    peer: peer?.name ?? null,
    peerValue: peer ? significant(peer.value) : null,
    ratio: peer ? significant(measured.value / peer.value) : null,
    goal: most === undefined ? null : `≤ ${most} ${measured.unit}`,
    met: most === undefined ? null : measured.value <= most,
  };
}

/** A time that comes to nothing was not measured, but is shorter than what the clock tells apart. */
function rounded({ name, value, unit }: Measured): Measured {
  if (unit.startsWith("ms") && !(value > 0)) throw new Error(`${name}: ${value} ${unit}, so more rounds are needed`);
  return { name, value: significant(value), unit };
}

const significant = (value: number): number => Number(value.toPrecision(3));
