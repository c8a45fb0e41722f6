import React, { type FormEvent, useState } from 'react';
import { askGraphql } from './graphql-client';
import { PageHelp } from './help-line';
import { Panel, useLanguage } from './page-parts';

interface Found {
  readonly beneficiaries: {
    readonly nodes: readonly {
      readonly id: string;
      readonly name: string;
      readonly nik: string;
      readonly region: { readonly displayName: string };
    }[];
  };
}

const query = `query ($nik: String!) { beneficiaries(filter: { nik: $nik }) { nodes { id name nik region { displayName } } } }`;

/** Finds a person by the whole NIK. It travels in the body of a request, never in an address, and is not kept. */
export default function FindPerson() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const [found, setFound] = useState<Found['beneficiaries']['nodes'] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const search = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const nik = String(new FormData(form).get('nik') ?? '').trim();
    try {
      setFound((await askGraphql<Found>(query, { nik })).beneficiaries.nodes);
      setFault(null);
      form.reset();
    } catch (error) {
      setFound(null);
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="payung-record">
      <Panel title={isIndonesian ? 'Cari orang dengan NIK' : 'Find a person by NIK'}>
        <form className="payung-form" onSubmit={(event) => void search(event)}>
          <label htmlFor="find-nik">{isIndonesian ? 'NIK, 16 angka' : 'NIK, 16 digits'}</label>
          <PageHelp of="find-nik" />
          <input id="find-nik" name="nik" inputMode="numeric" autoComplete="off" className="payung-input" />
          <p className="payung-buttons">
            <button type="submit" className="payung-main">
              {isIndonesian ? 'Cari' : 'Find'}
            </button>
          </p>
        </form>
        <div role="status">
          {fault ? <p className="payung-callout red">{fault}</p> : null}
          {found?.length === 0 ? (
            <p>{isIndonesian ? 'Tidak terdaftar di daerah Anda.' : 'Not registered in your regions.'}</p>
          ) : null}
          <ul>
            {found?.map(({ id, name, nik, region }) => (
              <li key={id}>
                <a href={`/admin/resources/beneficiary/records/${id}/show`}>{name}</a> ({nik},{' '}
                {region.displayName})
              </li>
            ))}
          </ul>
        </div>
      </Panel>
    </div>
  );
}
