import { registerEnumType } from 'type-graphql';
import { ProgramState } from './program.lifecycle.js';

export enum ParticipantKindCode {
  SG = 'SG',
  SD = 'SD',
  SA = 'SA',
  SL = 'SL',
  SC = 'SC',
  SB = 'SB',
}

export enum ProgramUnfoundedReason {
  LEGAL_BASIS = 'LEGAL_BASIS',
  MOU = 'MOU',
}

registerEnumType(ProgramState, {
  name: 'ProgramState',
  description: 'State of a program as people decided it.',
  valuesConfig: {
    DRAFT: { description: 'Being planned; nobody can be covered.' },
    APPROVED: { description: 'Decided; quota, months and budget may still change by budget rounds.' },
    CLOSED: { description: 'Ended; nothing of it changes.' },
  },
});
registerEnumType(ParticipantKindCode, {
  name: 'ParticipantKindCode',
  description: 'Code by which BPJS Ketenagakerjaan counts a group of vulnerable workers.',
  valuesConfig: {
    SG: { description: 'Vulnerable workers paid by the government.' },
    SD: { description: 'Vulnerable workers of villages, paid from APBDes.' },
    SA: { description: 'Vulnerable workers of villages, paid from APBD.' },
    SL: { description: 'Vulnerable workers of villages, paid from other funds.' },
    SC: { description: 'Paid by companies (UMB).' },
    SB: { description: 'Paid by banks (UMB).' },
  },
});
registerEnumType(ProgramUnfoundedReason, {
  name: 'ProgramUnfoundedReason',
  description: 'What a program lacks in a month that it pays.',
  valuesConfig: {
    LEGAL_BASIS: { description: 'None of its legal bases is in force, or it names none.' },
    MOU: { description: 'None of its agreements runs, or it names none.' },
  },
});
