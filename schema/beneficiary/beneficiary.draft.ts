import type { Beneficiary } from './beneficiary.entity.js';
import type { BeneficiaryDecileInput, BeneficiaryReviseInput } from './beneficiary.inputs.js';
import { type BeneficiaryDraft, plainPhone } from './beneficiary.rules.js';
import type { Sex } from './beneficiary.types.js';

/** The columns that people fill in, without those that refer to other records. */
export interface BeneficiaryContent extends BeneficiaryDraft {
  readonly sex: Sex | null;
}

export const emptyBeneficiary: BeneficiaryContent = {
  name: null,
  birthDate: null,
  birthPlace: null,
  sex: null,
  addressText: null,
  phone: null,
  decileValue: null,
  decileSource: null,
  decileOn: null,
  diedOn: null,
  movedOutOn: null,
  note: null,
};

export function contentOf(beneficiary: Beneficiary): BeneficiaryContent {
  const { name, birthDate, birthPlace, sex, addressText, phone } = beneficiary;
  const { decileValue, decileSource, decileOn, diedOn, movedOutOn, note } = beneficiary;
  return {
    ...{ name, birthDate, birthPlace, sex, addressText, phone },
    ...{ decileValue, decileSource, decileOn, diedOn, movedOutOn, note },
  };
}

/** The content with the input laid over it: absent keeps, null clears; address and decile change as a whole. */
export function changedContent(
  current: BeneficiaryContent,
  input: BeneficiaryReviseInput,
): BeneficiaryContent {
  const { address, decile } = input;
  const { name, birthDate, birthPlace, sex, addressText, phone, diedOn, movedOutOn, note } = current;
  return {
    name: kept(name, input.name),
    birthDate: kept(birthDate, input.birthDate),
    birthPlace: kept(birthPlace, input.birthPlace),
    sex: kept(sex, input.sex),
    addressText: address === undefined ? addressText : (address?.text ?? null),
    phone: input.phone === undefined ? phone : plainPhone(input.phone),
    ...(decile === undefined ? decileOf(current) : newDecile(decile)),
    diedOn: kept(diedOn, input.diedOn),
    movedOutOn: kept(movedOutOn, input.movedOutOn),
    note: kept(note, input.note),
  };
}

function kept<Value>(current: Value, given: Value | undefined): Value {
  return given === undefined ? current : given;
}

function decileOf({ decileValue, decileSource, decileOn }: BeneficiaryContent) {
  return { decileValue, decileSource, decileOn };
}

function newDecile(decile: BeneficiaryDecileInput | null) {
  return {
    decileValue: decile?.value ?? null,
    decileSource: decile?.source ?? null,
    decileOn: decile?.on ?? null,
  };
}

/** The rules have refused a registration without a name; the column would refuse it again. */
export function columnsOf(content: BeneficiaryContent) {
  return { ...content, name: content.name ?? '' };
}
