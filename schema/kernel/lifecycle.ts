/** States and the moves between them, as data: `{ DRAFT: { submit: 'LEGAL_REVIEW' }, ... }`. */
export type Lifecycle<State extends string, Move extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Move, State>>>>
>;

/** State after `move` from `state`, or null when the move does not exist there. */
export function stateAfter<State extends string, Move extends string>(
  lifecycle: Lifecycle<State, Move>,
  state: State,
  move: Move,
): State | null {
  return lifecycle[state][move] ?? null;
}

/** Moves that exist from `state`, in the order of the table. */
export function movesFrom<State extends string, Move extends string>(
  lifecycle: Lifecycle<State, Move>,
  state: State,
): Move[] {
  return Object.keys(lifecycle[state]) as Move[];
}

/** States that no chain of moves reaches from `start`; a sound lifecycle has none. */
export function unreachableStates<State extends string, Move extends string>(
  lifecycle: Lifecycle<State, Move>,
  start: State,
): State[] {
  const reached = new Set<State>([start]);
  for (const state of reached) {
    for (const next of Object.values(lifecycle[state]) as State[]) reached.add(next);
  }
  return (Object.keys(lifecycle) as State[]).filter((state) => !reached.has(state));
}
