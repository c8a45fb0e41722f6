import { registerEnumType } from 'type-graphql';
import { oneOfFew } from '../kernel/among.js';

export enum BeneficiaryIssue {
  NIK_PREFIX_ELSEWHERE = 'NIK_PREFIX_ELSEWHERE',
  NIK_BIRTH_DATE_DIFFERS = 'NIK_BIRTH_DATE_DIFFERS',
  NIK_SEX_DIFFERS = 'NIK_SEX_DIFFERS',
  NIK_DATE_IMPOSSIBLE = 'NIK_DATE_IMPOSSIBLE',
  AGE_OVER_100 = 'AGE_OVER_100',
  REGISTERED_ELSEWHERE = 'REGISTERED_ELSEWHERE',
  SAME_NAME_AND_BIRTH_DATE = 'SAME_NAME_AND_BIRTH_DATE',
  BIRTH_DATE_MISSING = 'BIRTH_DATE_MISSING',
  SEX_MISSING = 'SEX_MISSING',
  DECILE_MISSING = 'DECILE_MISSING',
  ADDRESS_REGION_MISSING = 'ADDRESS_REGION_MISSING',
}
/** What each issue means, in the words of the API. */
export const beneficiaryIssueTexts: Readonly<Record<BeneficiaryIssue, { readonly description: string }>> = {
  NIK_PREFIX_ELSEWHERE: { description: 'NIK was first issued in another region.' },
  NIK_BIRTH_DATE_DIFFERS: { description: 'NIK holds another birth date.' },
  NIK_SEX_DIFFERS: { description: 'NIK holds the other sex.' },
  NIK_DATE_IMPOSSIBLE: { description: 'NIK holds a date that does not exist.' },
  AGE_OVER_100: { description: 'Older than 100 years by the birth date.' },
  REGISTERED_ELSEWHERE: { description: 'Another region registered the same NIK; which one is not told.' },
  SAME_NAME_AND_BIRTH_DATE: {
    description: 'Another person of the region has the same name and birth date.',
  },
  BIRTH_DATE_MISSING: { description: 'Birth date is not known.' },
  SEX_MISSING: { description: 'Sex is not known.' },
  DECILE_MISSING: { description: 'Decile is not known.' },
  ADDRESS_REGION_MISSING: { description: 'Region of the address is not known.' },
};
registerEnumType(BeneficiaryIssue, {
  name: 'BeneficiaryIssue',
  description: 'What is to be looked at in a registration; a NIK may be right all the same.',
  valuesConfig: beneficiaryIssueTexts,
});

/** What a registration shows by itself; `app.data_quality` counts by the same conditions, and a test holds both together. */
const ownIssueSql: Readonly<
  Record<Exclude<BeneficiaryIssue, 'SAME_NAME_AND_BIRTH_DATE'>, (beneficiary: string) => string>
> = {
  // looks beyond the caller's rows, hence a function of the owner, which gives back none but the caller's own
  REGISTERED_ELSEWHERE: (beneficiary) => `${beneficiary}.id in (select app.registered_elsewhere())`,
  NIK_PREFIX_ELSEWHERE: found('PREFIX_ELSEWHERE'),
  NIK_BIRTH_DATE_DIFFERS: found('BIRTH_DATE_DIFFERS'),
  NIK_SEX_DIFFERS: found('SEX_DIFFERS'),
  NIK_DATE_IMPOSSIBLE: found('DATE_IMPOSSIBLE'),
  AGE_OVER_100: found('AGE_OVER_100'),
  BIRTH_DATE_MISSING: (beneficiary) => `${beneficiary}.birth_date is null`,
  SEX_MISSING: (beneficiary) => `${beneficiary}.sex is null`,
  DECILE_MISSING: (beneficiary) => `${beneficiary}.decile is null`,
  ADDRESS_REGION_MISSING: (beneficiary) => `${beneficiary}.address_region_id is null`,
};

/** Whether a registration has the issue, among all registrations that the caller may see. */
export function issueSql(issue: BeneficiaryIssue, beneficiary: string): string {
  if (issue === BeneficiaryIssue.SAME_NAME_AND_BIRTH_DATE)
    return `(${beneficiary}.region_id, lower(${beneficiary}.name), ${beneficiary}.birth_date) in (
      select a.region_id, lower(a.name), a.birth_date from beneficiary a where a.birth_date is not null group by 1, 2, 3 having count(*) > 1)`;
  return ownIssueSql[issue](beneficiary);
}

function found(finding: string): (beneficiary: string) => string {
  return (beneficiary) => oneOfFew(`${beneficiary}.id`, `select app.people_noted('${finding}')`);
}
