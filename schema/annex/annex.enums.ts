import { registerEnumType } from 'type-graphql';

export enum AnnexState {
  SEALED = 'SEALED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(AnnexState, {
  name: 'AnnexState',
  description: 'What became of a sealed list.',
  valuesConfig: {
    SEALED: { description: 'Holds as it was sealed.' },
    WITHDRAWN: { description: 'Withdrawn with a reason, for instance because another list takes its place.' },
  },
});
