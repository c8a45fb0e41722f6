import { BasePropertyComponent, type BasePropertyProps } from 'adminjs';
import React from 'react';
import { fundingSources } from '../money-choices';
import { DataTable } from './data-table';
import { named } from './mou-facts';
import { Badge, rupiah, useLanguage, usePageData } from './page-parts';

interface Lines {
  readonly program: {
    readonly budgetLines: readonly {
      readonly id: string;
      readonly fiscalYear: number;
      readonly fundingSource: string;
      readonly ceilingRupiah: string;
      readonly coveredRupiah: string | null;
    }[];
  } | null;
}

const query =
  'query ($id: ID!) { program(id: $id) { budgetLines { id fiscalYear fundingSource ceilingRupiah coveredRupiah } } }';

/** Rows of the budget, and above them what each pays already, held against what is being entered. */
export default function BudgetLinesInput(props: BasePropertyProps) {
  const { property, record } = props;
  const plain = { ...property, components: {} };
  return (
    <>
      {record?.id ? <Spoken recordId={record.id} params={record.params} path={property.path} /> : null}
      <BasePropertyComponent {...props} property={plain} where="edit" />
    </>
  );
}

interface SpokenProps {
  readonly recordId: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly path: string;
}

function Spoken({ recordId, params, path }: SpokenProps) {
  const language = useLanguage();
  const { data } = usePageData<Lines>(query, { id: recordId });
  const lines = (data?.program?.budgetLines ?? []).filter(({ coveredRupiah }) => coveredRupiah !== null);
  const isIndonesian = language === 'id';
  if (lines.every(({ coveredRupiah }) => coveredRupiah === '0')) return null;
  const heads = isIndonesian
    ? ['Anggaran', 'Sudah dipakai bulan yang dilindungi', 'Pagu yang diisi']
    : ['Budget', 'Used by covered months', 'Ceiling entered'];
  return (
    <section className="payung-callout payung-impact amber" role="status">
      <h3>{isIndonesian ? 'Yang bergantung pada anggaran ini' : 'What depends on this budget'}</h3>
      <DataTable
        heads={heads}
        rows={lines.map((line) => {
          const entered = enteredCeiling(params, path, line);
          const used = BigInt(line.coveredRupiah ?? '0');
          return {
            key: line.id,
            cells: [
              <a key="line" href={`/admin/resources/program/records/${recordId}/impact?line=${line.id}`}>
                {line.fiscalYear} · {named(fundingSources, line.fundingSource, language)}
              </a>,
              rupiah(line.coveredRupiah, language),
              entered !== null && entered >= used ? (
                rupiah(String(entered), language)
              ) : (
                <Badge key="short" colour="red">
                  {entered === null
                    ? isIndonesian
                      ? 'baris dihapus'
                      : 'line removed'
                    : `${isIndonesian ? 'kurang' : 'short by'} ${rupiah(String(used - entered), language)}`}
                </Badge>
              ),
            ],
          };
        })}
      />
    </section>
  );
}

/** Ceiling of the line as the form has it now; null when the line is gone or not a number yet. */
function enteredCeiling(
  params: Readonly<Record<string, unknown>>,
  path: string,
  { fiscalYear, fundingSource }: { readonly fiscalYear: number; readonly fundingSource: string },
): bigint | null {
  for (let place = 0; params[`${path}.${place}.fiscalYear`] !== undefined; place += 1) {
    const value = (name: string): string => String(params[`${path}.${place}.${name}`] ?? '').trim();
    if (value('fiscalYear') !== String(fiscalYear) || value('fundingSource') !== fundingSource) continue;
    const ceiling = value('revisedRupiah') || value('originalRupiah');
    return /^\d{1,18}$/.test(ceiling) ? BigInt(ceiling) : null;
  }
  return null;
}
