import type { Lifecycle } from '../kernel/lifecycle.js';

/** States of a program that people decide on. */
export enum ProgramState {
  DRAFT = 'DRAFT',
  APPROVED = 'APPROVED',
  CLOSED = 'CLOSED',
}

export type ProgramMove = 'approve' | 'close';

/** The database guards the same table (constraint program_state_move). */
export const programLifecycle: Lifecycle<ProgramState, ProgramMove> = {
  DRAFT: { approve: ProgramState.APPROVED },
  APPROVED: { close: ProgramState.CLOSED },
  CLOSED: {},
};
