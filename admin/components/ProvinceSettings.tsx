import React, { useState } from 'react';
import { type Asked, AskForm } from './ask-form';
import { askGraphql, type UserError } from './graphql-client';
import { PageState, Panel, useLanguage, usePageData, type Words } from './page-parts';

interface Setting {
  readonly refusesUnfoundedPrograms: boolean;
  readonly apbdesCountsAsApbd: boolean;
}

interface SettingData {
  readonly provinceSetting: (Setting & { readonly version: number }) | null;
}

const query = `query ($regionId: ID!) { provinceSetting(regionId: $regionId) { version refusesUnfoundedPrograms apbdesCountsAsApbd } }`;
const revising = `mutation ($regionId: ID!, $version: Int!, $input: ProvinceSettingReviseInput!) {
  provinceSettingRevise(regionId: $regionId, expectedVersion: $version, input: $input) { userErrors { path code message } } }`;
const fields = {
  regionId: { kind: 'reference', to: 'region', label: { id: 'Provinsi', en: 'Province' } },
} as const;
/** What holds while nobody has decided. */
const standard: Setting = { refusesUnfoundedPrograms: false, apbdesCountsAsApbd: true };
const labels: Readonly<Record<keyof Setting, Words>> = {
  refusesUnfoundedPrograms: {
    id: 'Tolak persetujuan program yang punya bulan tanpa dasar hukum atau perjanjian (jika tidak, hanya ditandai)',
    en: 'Refuse to approve a program with months outside its legal basis or agreement (otherwise it is flagged)',
  },
  apbdesCountsAsApbd: {
    id: 'APBDes diperlakukan seperti APBD: tidak mendapat keringanan PP 50/2025',
    en: 'Village funds count as regional budget: no relief of PP 50/2025',
  },
};

/** Rules that each province decides for itself. */
export default function ProvinceSettings() {
  const language = useLanguage();
  const [asked, setAsked] = useState<Asked<typeof fields>>({ regionId: '' });
  return (
    <div className="payung-record">
      <Panel title={language === 'id' ? 'Pengaturan provinsi' : 'Settings of the province'}>
        <AskForm fields={fields} asked={asked} onChange={setAsked} />
      </Panel>
      {asked.regionId === '' ? null : <Settings key={asked.regionId} asked={asked} />}
    </div>
  );
}

function Settings({ asked }: { readonly asked: Asked<typeof fields> }) {
  const language = useLanguage();
  const { data, fault, reload } = usePageData<SettingData>(query, asked);
  const [changes, setChanges] = useState<Partial<Setting>>({});
  const [message, setMessage] = useState<string | null>(null);
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const current = { ...standard, ...data.provinceSetting, ...changes };
  const save = async (): Promise<void> => {
    const { refusesUnfoundedPrograms, apbdesCountsAsApbd } = current;
    const input = { refusesUnfoundedPrograms, apbdesCountsAsApbd };
    const variables = { ...asked, version: data.provinceSetting?.version ?? 0, input };
    try {
      const answer = await askGraphql<{ provinceSettingRevise: { userErrors: readonly UserError[] } }>(
        revising,
        variables,
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
      {(['refusesUnfoundedPrograms', 'apbdesCountsAsApbd'] as const).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={current[name]}
            onChange={(event) => setChanges({ ...changes, [name]: event.target.checked })}
          />{' '}
          {labels[name][language]}
        </label>
      ))}
      <p className="payung-buttons">
        <button type="button" className="payung-main" onClick={() => void save()}>
          {language === 'id' ? 'Simpan' : 'Save'}
        </button>
      </p>
      <p role="status">{message}</p>
    </section>
  );
}
