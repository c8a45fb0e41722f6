import { Beneficiary, beneficiaryVerbs } from '../schema/beneficiary/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { beneficiaryFilters, beneficiaryProperties } from './beneficiary.properties.js';
import { checkResults, checks, nikFindings } from './people-choices.js';
import type { Change, Row, Screen } from './screen.js';
import { isRow } from './screen-property.js';

type Beneficiaries = Services['beneficiary'];
type Findings = Awaited<ReturnType<Beneficiaries['register']>>['findings'];

const listed = `{ id version name nik ageYears sex region { id displayName } category { id name } decile { value }
  diedOn movedOutOn nikFindings viewerCan }`;
const shown = `{ id version name nik nikFindings birthDate birthPlace sex ageYears phone diedOn movedOutOn note updatedAt viewerCan
  region { id displayName } address { text region { id displayName } } category { id name } decile { value source on } }`;
const content = [
  'name',
  'birthDate',
  'birthPlace',
  'sex',
  'addressText',
  'addressRegion',
  'phone',
  'category',
  'decileValue',
  'decileSource',
  'decileOn',
  'note',
] as const;

/** Registrations of persons. The NIK is masked wherever it shows, and is no filter: an address would keep it. */
export function beneficiaryScreen({ beneficiary }: Pick<Services, 'beneficiary'>): Screen {
  const can =
    (verb: keyof ReturnType<Beneficiaries['viewerCan']>) =>
    ({ viewerCan }: Row, caller: Caller): boolean =>
      isJudged(viewerCan) && beneficiary.viewerCan(caller, viewerCan)[verb];
  return {
    concept: 'beneficiary',
    type: 'Beneficiary',
    entity: Beneficiary,
    group: 'people',
    icon: 'Users',
    name: { id: 'Peserta', en: 'Beneficiaries' },
    service: {
      find: (caller, id, selection) => beneficiary.find(caller, id, selection),
      list: (caller, request, selection) => beneficiary.list(caller, request, selection),
      create: (caller, input: Parameters<Beneficiaries['register']>[1], key) =>
        beneficiary.register(caller, input, key),
      revise: (caller, change: Parameters<Beneficiaries['revise']>[1]) => beneficiary.revise(caller, change),
    },
    read: beneficiaryVerbs.read,
    title: 'name',
    properties: beneficiaryProperties,
    list: {
      columns: ['name', 'nik', 'region', 'category', 'ageYears', 'decileValue', 'nikFindings'],
      selection: listed,
      filters: beneficiaryFilters,
      orders: { name: 'NAME' },
    },
    show: {
      properties: [
        'name',
        'nik',
        'nikFindings',
        'region',
        ...content.slice(1, 4),
        'ageYears',
        ...content.slice(4),
        'diedOn',
        'movedOutOn',
        'updatedAt',
      ],
      selection: shown,
      component: 'BeneficiaryShow',
    },
    create: {
      verb: beneficiaryVerbs.register,
      properties: ['region', 'nik', ...content],
      toInput: nested,
      report: (outcome, locale) => warned(outcome, locale),
    },
    revise: {
      verb: beneficiaryVerbs.revise,
      isOffered: can('revise'),
      properties: [...content, 'diedOn', 'movedOutOn'],
      toInput: nested,
      report: (outcome, locale) => warned(outcome, locale),
    },
    verbs: {
      verify: {
        verb: beneficiaryVerbs.verify,
        isOffered: can('verify'),
        label: { id: 'Catat hasil pemeriksaan', en: 'Record a check' },
        guard: {
          id: 'Hasil terbaru dari tiap jenis yang dihitung; yang lama tetap tersimpan.',
          en: 'The latest result of each kind counts; earlier ones are kept.',
        },
        icon: 'CheckSquare',
        properties: {
          check: { kind: 'choice', values: checks, isRequired: true, label: { id: 'Jenis', en: 'Kind' } },
          result: {
            kind: 'choice',
            values: checkResults,
            isRequired: true,
            label: { id: 'Hasil', en: 'Result' },
          },
          checkedOn: { kind: 'date', isRequired: true, label: { id: 'Diperiksa pada', en: 'Checked on' } },
          by: { label: { id: 'Oleh', en: 'By' } },
          batch: { label: { id: 'Berkas', en: 'Batch' } },
          note: { label: { id: 'Catatan', en: 'Note' } },
        },
        run: (caller, { id, input }: Change<Parameters<Beneficiaries['verify']>[2]>) =>
          beneficiary.verify(caller, id, input),
      },
      correctNik: {
        verb: beneficiaryVerbs.revise,
        isOffered: can('revise'),
        label: { id: 'Perbaiki NIK', en: 'Correct the NIK' },
        guard: {
          id: 'Hanya selama belum ada bulan yang dilindungi. Alasannya tersimpan.',
          en: 'Only while no month is covered. The reason is kept.',
        },
        icon: 'Edit',
        properties: {
          nik: { isRequired: true, label: { id: 'NIK yang benar', en: 'Right NIK' } },
          nikReason: { kind: 'longText', isRequired: true, label: { id: 'Alasan', en: 'Reason' } },
        },
        run: (caller, change: Parameters<Beneficiaries['revise']>[1]) => beneficiary.revise(caller, change),
        report: (outcome, locale) => warned(outcome, locale),
      },
      revealNik: {
        verb: beneficiaryVerbs.revealNik,
        isOffered: can('revealNik'),
        label: { id: 'Lihat NIK lengkap', en: 'Show the NIK' },
        guard: {
          id: 'Dicatat dengan nama Anda dan alasannya; paling banyak 60 kali dalam satu jam. Muncul satu kali di halaman ini selama satu menit.',
          en: 'Noted with your name and the reason; at most 60 times an hour. It shows once, on this page, for a minute.',
        },
        icon: 'Eye',
        component: 'RevealNik',
        properties: { reason: { kind: 'longText', isRequired: true, label: { id: 'Alasan', en: 'Reason' } } },
        run: async (caller, { id, input }: Change<{ readonly reason?: string | null }>) => {
          const { nik, problems } = await beneficiary.revealNik(caller, id, input.reason ?? '');
          if (nik === null) return { id: null, problems: problems.map(atInput) };
          return Object.assign({ id: '', problems: [] as const }, { nik });
        },
        report: (outcome, locale) =>
          'nik' in outcome ? `${locale === 'id' ? 'NIK lengkap' : 'NIK'}: ${String(outcome.nik)}` : null,
      },
    },
    pages: {
      find: {
        verb: beneficiaryVerbs.read,
        label: { id: 'Cari dengan NIK', en: 'Find by NIK' },
        icon: 'Search',
        component: 'FindPerson',
      },
    },
    emptyHint: {
      id: 'Tidak ada peserta untuk saringan ini. Tekan "Tambah" untuk mendaftarkan satu orang.',
      en: 'No beneficiaries for this filter. Press "Create new" to register one person.',
    },
  };
}

const atInput = <Found extends { readonly path: readonly string[] }>(problem: Found): Found => ({
  ...problem,
  path: ['input', ...problem.path],
});

/** The form's flat fields as the service takes them; what the form does not have stays absent. */
function nested({
  addressText,
  addressRegionId,
  decileValue,
  decileSource,
  decileOn,
  nik,
  ...fields
}: Row): object {
  const hasAddress = addressText !== undefined || addressRegionId !== undefined;
  const decile = { value: decileValue, source: decileSource, on: decileOn };
  const hasDecile = Object.values(decile).some((value) => value !== undefined);
  const isEmpty = Object.values(decile).every((value) => value === null || value === undefined);
  return {
    ...fields,
    ...(nik !== undefined && { nik: nik ?? '' }),
    ...(hasAddress && { address: { text: addressText ?? null, regionId: addressRegionId ?? null } }),
    ...(hasDecile && { decile: isEmpty ? null : decile }),
  };
}

/** What disagrees without being wrong, read after saving. */
function warned(outcome: object, locale: 'id' | 'en'): string | null {
  const findings: Findings =
    'findings' in outcome && Array.isArray(outcome.findings) ? outcome.findings.map(String) : [];
  if (findings.length === 0) return null;
  const words = findings
    .map((finding) => (isFinding(finding) ? nikFindings[finding][locale] : finding))
    .join('; ');
  return locale === 'id' ? `Tersimpan. Perlu diperiksa: ${words}.` : `Saved. To be checked: ${words}.`;
}

function isFinding(value: string): value is keyof typeof nikFindings {
  return Object.hasOwn(nikFindings, value);
}

function isJudged(value: unknown): value is { readonly regionId: string } {
  return isRow(value) && typeof value.regionId === 'string';
}
