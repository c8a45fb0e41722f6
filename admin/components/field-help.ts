import { agreementHelp } from '../help/agreements';
import { dataHelp } from '../help/data';
import { moneyHelp } from '../help/money';
import { peopleHelp } from '../help/people';
import { placeHelp } from '../help/places';
import { regulationHelp } from '../help/regulations';
import type { Words } from './page-parts';

const byScreen: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ...agreementHelp,
  ...regulationHelp,
  ...moneyHelp,
  ...peopleHelp,
  ...placeHelp,
  ...dataHelp,
};

/** What belongs into the field at that path of a form, `parties.0.kind` as `parties.kind`; null for rows, whose heading has it. */
export function helpOf(screen: string, path: string): Words | null {
  if (/\.\d+$/.test(path)) return null;
  return byScreen[screen]?.[path.replaceAll(/\.\d+(?=\.)/g, '')] ?? null;
}
