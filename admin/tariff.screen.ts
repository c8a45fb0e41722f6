import type { Services } from '../schema/index.js';
import { Tariff, tariffVerbs } from '../schema/tariff/index.js';
import { fundingSources, schemes, sectors, segments, tariffKinds } from './money-choices.js';
import type { Change, Screen } from './screen.js';
import { oneOf } from './screen-filters.js';

type Tariffs = Services['tariff'];

const own = `{ id version segment scheme kind amountRupiah percent wageFromRupiah wageBelowRupiah sector excludedFunding
  validFrom validUntil note updatedAt regulation { id displayTitle } }`;
const content = [
  'amountRupiah',
  'percent',
  'wageFromRupiah',
  'wageBelowRupiah',
  'sector',
  'excludedFunding',
  'validFrom',
  'validUntil',
  'regulation',
  'note',
] as const;

/** Rates of contributions as data: which applied in a month is for the service to say. */
export function tariffScreen({ tariff }: Pick<Services, 'tariff'>): Screen {
  return {
    concept: 'tariff',
    type: 'Tariff',
    entity: Tariff,
    group: 'money',
    icon: 'Percent',
    name: { id: 'Tarif iuran', en: 'Contribution rates' },
    service: {
      find: (caller, id, selection) => tariff.find(caller, id, selection),
      list: (caller, request, selection) => tariff.list(caller, request, selection),
      create: (caller, input: Parameters<Tariffs['create']>[1], key) => tariff.create(caller, input, key),
      revise: (caller, { input, ...target }: Change<Parameters<Tariffs['revise']>[2]>) =>
        tariff.revise(caller, target, input),
    },
    read: tariffVerbs.read,
    title: 'scheme',
    properties: {
      scheme: { kind: 'choice', values: schemes, isRequired: true, label: { id: 'Program', en: 'Scheme' } },
      segment: { kind: 'choice', values: segments, isRequired: true, label: { id: 'Segmen', en: 'Segment' } },
      kind: { kind: 'choice', values: tariffKinds, isRequired: true, label: { id: 'Bentuk', en: 'Form' } },
      amountRupiah: { kind: 'rupiah', label: { id: 'Rupiah per bulan', en: 'Rupiah a month' } },
      percent: {
        components: { list: 'NumberCell', show: 'NumberCell' },
        label: { id: 'Persen', en: 'Percent' },
      },
      wageFromRupiah: { kind: 'rupiah', label: { id: 'Upah mulai', en: 'Wage from' } },
      wageBelowRupiah: { kind: 'rupiah', label: { id: 'Upah di bawah', en: 'Wage below' } },
      sector: { kind: 'choice', values: sectors, label: { id: 'Sektor', en: 'Sector' } },
      excludedFunding: {
        kind: 'choices',
        values: fundingSources,
        label: { id: 'Tidak untuk dana', en: 'Not for money from' },
      },
      validFrom: { kind: 'month', isRequired: true, label: { id: 'Berlaku sejak', en: 'Valid from' } },
      validUntil: {
        kind: 'month',
        label: { id: 'Berlaku sampai', en: 'Valid until' },
      },
      regulation: {
        kind: 'reference',
        to: 'regulation',
        title: 'displayTitle',
        label: { id: 'Menurut regulasi', en: 'Set by' },
      },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['scheme', 'segment', 'kind', 'amountRupiah', 'percent', 'sector', 'validFrom', 'validUntil'],
      selection: own,
      filters: {
        segment: {
          kind: 'choice',
          field: 'segment',
          values: segments,
          label: { id: 'Segmen', en: 'Segment' },
        },
        scheme: oneOf('schemes', schemes, { id: 'Program', en: 'Scheme' }),
        kind: oneOf('kinds', tariffKinds, { id: 'Bentuk', en: 'Form' }),
        validIn: { kind: 'month', field: 'validIn', label: { id: 'Berlaku pada bulan', en: 'Valid in' } },
      },
      orders: { validFrom: 'VALID_FROM' },
    },
    show: { properties: ['scheme', 'segment', 'kind', ...content, 'updatedAt'], selection: own },
    create: { verb: tariffVerbs.create, properties: ['segment', 'scheme', 'kind', ...content] },
    revise: { verb: tariffVerbs.revise, properties: content },
    pages: {
      calculator: {
        verb: tariffVerbs.read,
        label: { id: 'Hitung iuran', en: 'Reckon a contribution' },
        icon: 'Hash',
        component: 'TariffCalculator',
      },
    },
  };
}
