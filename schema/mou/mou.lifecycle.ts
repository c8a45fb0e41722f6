import type { Lifecycle } from '../kernel/lifecycle.js';

/** States of an agreement that people decide on; phases are derived from dates. */
export enum MouState {
  DRAFT = 'DRAFT',
  LEGAL_REVIEW = 'LEGAL_REVIEW',
  SIGNED = 'SIGNED',
  TERMINATED = 'TERMINATED',
}

export type MouMove = 'submit' | 'return' | 'sign' | 'terminate';

/** The database guards the same table (constraint mou_state_move). */
export const mouLifecycle: Lifecycle<MouState, MouMove> = {
  DRAFT: { submit: MouState.LEGAL_REVIEW },
  LEGAL_REVIEW: { return: MouState.DRAFT, sign: MouState.SIGNED },
  SIGNED: { terminate: MouState.TERMINATED },
  TERMINATED: {},
};
