import type { ActionProps } from 'adminjs';
import React from 'react';
import { longDay, longInstant } from './mou-page-texts';
import { Badge, Facts, PageState, Panel, useLanguage, usePageData, whole } from './page-parts';

interface AnnexData {
  readonly annex: {
    readonly decree: string;
    readonly decreedOn: string;
    readonly peopleCount: number;
    readonly digest: string;
    readonly code: string;
    readonly verifyPath: string;
    readonly printPath: string;
    readonly state: string;
    readonly isIntact: boolean;
    readonly sealedByName: string | null;
    readonly withdrawalReason: string | null;
    readonly createdAt: string;
    readonly program: { readonly id: string; readonly name: string };
    readonly region: { readonly displayName: string };
  } | null;
}

const query = `query ($id: ID!) { annex(id: $id) { decree decreedOn peopleCount digest code verifyPath printPath state isIntact
  sealedByName withdrawalReason createdAt program { id name } region { displayName } } }`;

/** The page of a sealed list: what it holds, whether it is whole, and where it is printed and confirmed. */
export default function AnnexShow({ record }: ActionProps) {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault } = usePageData<AnnexData>(query, { id: record?.id });
  if (!data?.annex) return <PageState fault={fault} isAbsent={data !== null} />;
  const { annex } = data;
  const words = isIndonesian
    ? {
        whole: 'Utuh',
        broken: 'Segel rusak',
        withdrawn: 'Ditarik',
        print: 'Cetak daftar dengan kode QR',
        verify: 'Halaman verifikasi',
      }
    : {
        whole: 'Whole',
        broken: 'Seal broken',
        withdrawn: 'Withdrawn',
        print: 'Print the list with its QR code',
        verify: 'Page of verification',
      };
  return (
    <div className="payung-record">
      <Panel title={`${isIndonesian ? 'Lampiran' : 'Annex of'} ${annex.decree}`}>
        <p>
          <Badge colour={annex.isIntact ? 'green' : 'red'}>
            {annex.isIntact ? words.whole : words.broken}
          </Badge>{' '}
          {annex.state === 'WITHDRAWN' ? (
            <>
              <Badge colour="red">{words.withdrawn}</Badge> {annex.withdrawalReason}
            </>
          ) : null}
        </p>
        <Facts
          rows={[
            [
              isIndonesian ? 'Program' : 'Program',
              <a key="program" href={`/admin/resources/program/records/${annex.program.id}/show`}>
                {annex.program.name}
              </a>,
            ],
            [isIndonesian ? 'Daerah' : 'Region', annex.region.displayName],
            [isIndonesian ? 'Tanggal SK' : 'Date of the decree', longDay(annex.decreedOn, language)],
            [isIndonesian ? 'Peserta (orang)' : 'People (persons)', whole(annex.peopleCount, language)],
            [
              isIndonesian ? 'Disegel' : 'Sealed',
              `${longInstant(annex.createdAt, language)}${annex.sealedByName ? `, ${annex.sealedByName}` : ''}`,
            ],
            [isIndonesian ? 'Kode verifikasi' : 'Code', <code key="code">{annex.code}</code>],
            ['SHA-256', <code key="digest">{annex.digest}</code>],
          ]}
        />
        <p className="payung-buttons">
          <a className="payung-plain" href={annex.printPath}>
            {words.print}
          </a>
          <a className="payung-plain" href={annex.verifyPath}>
            {words.verify}
          </a>
        </p>
      </Panel>
    </div>
  );
}
