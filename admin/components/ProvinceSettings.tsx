import React, { useState } from 'react';
import type { Asked } from './ask-form';
import { AskPage } from './ask-page';
import { askGraphql, type UserError } from './graphql-client';
import { PageState, useLanguage, usePageData, type Words } from './page-parts';
import { type Requirement, Requirements } from './province-requirements';

interface Setting {
  readonly refusesUnfoundedPrograms: boolean;
  readonly apbdesCountsAsApbd: boolean;
  readonly mouApprovers: number;
  readonly programApprovers: number;
  readonly enrollmentApprovers: number;
  readonly mouRequirements: readonly Requirement[];
}

interface SettingData {
  readonly provinceSetting: (Setting & { readonly version: number }) | null;
}

const names =
  'refusesUnfoundedPrograms apbdesCountsAsApbd mouApprovers programApprovers enrollmentApprovers mouRequirements { state role fact }';
const query = `query ($regionId: ID!) { provinceSetting(regionId: $regionId) { version ${names} } }`;
const revising = `mutation ($regionId: ID!, $version: Int!, $input: ProvinceSettingReviseInput!) {
  provinceSettingRevise(regionId: $regionId, expectedVersion: $version, input: $input) { userErrors { path code message } } }`;
const fields = {
  regionId: { kind: 'reference', to: 'region', label: { id: 'Provinsi', en: 'Province' } },
} as const;
/** What holds while nobody has decided. */
const standard: Setting = {
  refusesUnfoundedPrograms: false,
  apbdesCountsAsApbd: true,
  mouApprovers: 1,
  programApprovers: 1,
  enrollmentApprovers: 1,
  mouRequirements: [],
};
const switches = ['refusesUnfoundedPrograms', 'apbdesCountsAsApbd'] as const;
const counts = ['mouApprovers', 'programApprovers', 'enrollmentApprovers'] as const;
const choices = ['0', '1', '2', '3', '4', '5'];
const labels: Readonly<Record<(typeof switches)[number] | (typeof counts)[number], Words>> = {
  refusesUnfoundedPrograms: {
    id: 'Tolak persetujuan program yang punya bulan tanpa dasar hukum atau perjanjian (jika tidak, hanya ditandai)',
    en: 'Refuse to approve a program with months outside its legal basis or agreement (otherwise it is flagged)',
  },
  apbdesCountsAsApbd: {
    id: 'APBDes diperlakukan seperti APBD: tidak mendapat keringanan PP 50/2025',
    en: 'Village funds count as regional budget: no relief of PP 50/2025',
  },
  mouApprovers: {
    id: 'sebelum MoU dan PKS ditandatangani',
    en: 'before an agreement is signed',
  },
  programApprovers: {
    id: 'sebelum program dan anggarannya berjalan',
    en: 'before a program with its budget runs',
  },
  enrollmentApprovers: {
    id: 'sebelum daftar peserta masuk program',
    en: 'before people enter a program',
  },
};

/** Rules that each province decides for itself. */
export default function ProvinceSettings() {
  return (
    <AskPage
      title={{ id: 'Pengaturan provinsi', en: 'Settings of the province' }}
      fields={fields}
      initial={{ regionId: '' }}
      isComplete={({ regionId }) => regionId !== ''}
    >
      {(asked) => <Settings key={asked.regionId} asked={asked} />}
    </AskPage>
  );
}

function Settings({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<SettingData>(query, asked);
  const [changes, setChanges] = useState<Partial<Setting>>({});
  const [message, setMessage] = useState<string | null>(null);
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const { version = 0, ...known } = data.provinceSetting ?? {};
  const current = { ...standard, ...known, ...changes };
  const change = (part: Partial<Setting>) => setChanges({ ...changes, ...part });
  const save = async (): Promise<void> => {
    try {
      const answer = await askGraphql<{ provinceSettingRevise: { userErrors: readonly UserError[] } }>(
        revising,
        { ...asked, version, input: current },
      );
      const [problem] = answer.provinceSettingRevise.userErrors;
      setMessage(problem?.message ?? (language === 'id' ? 'Pengaturan disimpan.' : 'Settings saved.'));
      if (!problem) await reload();
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="payung-panel payung-form">
      {switches.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={current[name]}
            onChange={(event) => change({ [name]: event.target.checked })}
          />{' '}
          {labels[name][language]}
        </label>
      ))}
      <Approvers current={current} change={change} />
      <Requirements
        current={current.mouRequirements}
        onChange={(mouRequirements) => change({ mouRequirements })}
      />
      <p className="payung-buttons">
        <button type="button" className="payung-main" onClick={() => void save()}>
          {language === 'id' ? 'Simpan' : 'Save'}
        </button>
      </p>
      <p role="status">{message}</p>
    </section>
  );
}

/** How many people have to agree, for each decision. */
function Approvers({
  current,
  change,
}: {
  readonly current: Setting;
  readonly change: (part: Partial<Setting>) => void;
}) {
  const language = useLanguage();
  const words =
    language === 'id'
      ? {
          title: 'Berapa orang harus menyetujui',
          hint: 'Orang yang terakhir mengubah isinya tidak dihitung. 0: satu orang boleh menulis dan memutuskan sendiri; pilih ini hanya selama pegawainya baru satu.',
          unit: 'orang',
        }
      : {
          title: 'How many people have to agree',
          hint: 'Whoever edited it last does not count. 0: one person may write and decide alone; choose it only while there is but one.',
          unit: 'persons',
        };
  return (
    <fieldset className="payung-plain-fieldset">
      <legend>
        <b>{words.title}</b>
      </legend>
      <p className="payung-hint">{words.hint}</p>
      {counts.map((name) => (
        <label key={name}>
          <select
            value={String(current[name])}
            onChange={(event) => change({ [name]: Number(event.target.value) })}
          >
            {choices.map((count) => (
              <option key={count} value={count}>
                {count} {words.unit}
              </option>
            ))}
          </select>{' '}
          {labels[name][language]}
        </label>
      ))}
    </fieldset>
  );
}
