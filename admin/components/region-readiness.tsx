import React from 'react';
import { readinessTests } from '../readiness-choices';
import type { PageLanguage } from './mou-page-texts';
import { Badge, Panel } from './page-parts';
import type { RegionFigures } from './region-figures';

/** What the region has and lacks of the five things that the Paritrana award asks for. */
export function RegionReadiness({
  region: { failedTests },
  language,
}: {
  readonly region: RegionFigures;
  readonly language: PageLanguage;
}) {
  const isIndonesian = language === 'id';
  const codes = Object.keys(readinessTests) as (keyof typeof readinessTests)[];
  const passed = codes.filter((code) => !failedTests.includes(code)).length;
  return (
    <Panel
      title={
        isIndonesian ? `Kesiapan: ${passed} dari ${codes.length}` : `Readiness: ${passed} of ${codes.length}`
      }
    >
      <ul className="payung-readiness">
        {codes.map((code) => {
          const isMissing = failedTests.includes(code);
          const words = isMissing ? { id: 'belum ada', en: 'missing' } : { id: 'ada', en: 'there' };
          return (
            <li key={code}>
              <Badge colour={isMissing ? 'red' : 'green'}>{words[language]}</Badge>{' '}
              {readinessTests[code][language]}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
