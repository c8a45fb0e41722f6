import { useCurrentAdmin } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { DataTable } from './data-table';
import { askGraphql } from './graphql-client';
import { Panel, useLanguage, whole } from './page-parts';

interface BilledPerson {
  readonly id: string;
  readonly post: string | null;
  readonly kpj: string | null;
  readonly beneficiary: { readonly id: string; readonly name: string; readonly nik: string };
  readonly category: { readonly name: string };
}

interface Page {
  readonly bill: {
    readonly people: {
      readonly nodes: readonly BilledPerson[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

interface Props {
  readonly bill: { readonly id: string; readonly heads: number };
  /** Whether everybody is to be read, for printing. */
  readonly isWhole: boolean;
  /** Called when everybody is there. */
  readonly onWhole: () => void;
}

const query = `query ($id: ID!, $after: String) { bill(id: $id) { people(first: 100, after: $after) {
  nodes { id post kpj beneficiary { id name nik } category { name } } pageInfo { hasNextPage endCursor } } } }`;
const firstShown = 25;

/** The people of a bill, masked; all of them only for printing, page after page with its progress. */
export function BillPeople({ bill, isWhole, onWhole }: Props) {
  const language = useLanguage();
  const [admin] = useCurrentAdmin();
  const seesPeople = admin?.seesPeople === true;
  const [people, setPeople] = useState<readonly BilledPerson[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is called at the end does not start it anew
  useEffect(() => {
    if (!seesPeople) return;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const all: BilledPerson[] = [];
      for (let after: string | null = null, isMore = true; isMore && isWanted; ) {
        const page: Page = await askGraphql<Page>(query, { id: bill.id, after });
        all.push(...page.bill.people.nodes);
        after = page.bill.people.pageInfo.endCursor;
        isMore = isWhole && page.bill.people.pageInfo.hasNextPage;
        if (isWanted) setPeople([...all]);
      }
      if (isWhole && isWanted) setTimeout(onWhole, 100);
    };
    read().catch((error: Error) => setFault(error.message));
    return () => {
      isWanted = false;
    };
  }, [bill.id, isWhole, seesPeople]);
  if (!seesPeople) return null;
  const isIndonesian = language === 'id';
  const heads = isIndonesian
    ? ['No', 'Nama', 'NIK', 'KPJ', 'Pekerjaan']
    : ['No', 'Name', 'NIK', 'KPJ', 'Work'];
  const shown = isWhole ? people : people.slice(0, firstShown);
  return (
    <Panel title={isIndonesian ? 'Peserta' : 'People'}>
      {fault ? <p role="alert">{fault}</p> : null}
      <p role="status">
        {whole(shown.length, language)} {isIndonesian ? 'dari' : 'of'} {whole(bill.heads, language)}{' '}
        {isIndonesian ? 'orang' : 'persons'}
      </p>
      <DataTable
        heads={heads}
        rows={shown.map(({ id, post, kpj, beneficiary, category }, index) => ({
          key: id,
          cells: [
            index + 1,
            <a key="person" href={`/admin/resources/beneficiary/records/${beneficiary.id}/show`}>
              {beneficiary.name}
            </a>,
            beneficiary.nik,
            kpj ?? '–',
            post ?? category.name,
          ],
        }))}
      />
    </Panel>
  );
}
