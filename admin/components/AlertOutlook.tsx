import React from 'react';
import { DataTable } from './data-table';
import { longDay } from './mou-page-texts';
import { PageState, Panel, useLanguage, usePageData } from './page-parts';

interface OutlookData {
  readonly alertsUpcoming: readonly {
    readonly name: string;
    readonly message: string;
    readonly concept: string;
    readonly subjectId: string;
    readonly leadDays: number;
    readonly firesOn: string;
    readonly dueOn: string | null;
  }[];
}

const query = '{ alertsUpcoming(days: 90) { name message concept subjectId leadDays firesOn dueOn } }';

/** What will be raised in the next 90 days when nothing changes. */
export default function AlertOutlook() {
  const language = useLanguage();
  const isIndonesian = language === 'id';
  const { data, fault } = usePageData<OutlookData>(query, {});
  if (!data) return <PageState fault={fault} isAbsent={false} />;
  const heads = isIndonesian
    ? ['Diperingatkan', 'Isi', 'Jatuh pada']
    : ['Raised on', 'What it will say', 'Due on'];
  return (
    <div className="payung-record">
      <Panel title={isIndonesian ? 'Peringatan 90 hari ke depan' : 'Alerts of the next 90 days'}>
        {data.alertsUpcoming.length === 0 ? (
          <p>
            {isIndonesian
              ? 'Tidak ada yang akan diperingatkan bila tidak ada yang berubah.'
              : 'Nothing will be raised when nothing changes.'}
          </p>
        ) : (
          <DataTable
            heads={heads}
            rows={data.alertsUpcoming.map(({ message, concept, subjectId, leadDays, firesOn, dueOn }) => ({
              key: `${subjectId}:${leadDays}:${message}`,
              cells: [
                longDay(firesOn, language),
                <a key="subject" href={`/admin/resources/${concept}/records/${subjectId}/show`}>
                  {message}
                </a>,
                longDay(dueOn, language) ?? '–',
              ],
            }))}
          />
        )}
      </Panel>
    </div>
  );
}
