import { registerEnumType } from 'type-graphql';

export enum EnrollmentIssue {
  ACTIVE_AT_65 = 'ACTIVE_AT_65',
  ACTIVE_AFTER_DEATH = 'ACTIVE_AFTER_DEATH',
  KPJ_MISSING = 'KPJ_MISSING',
}
registerEnumType(EnrollmentIssue, {
  name: 'EnrollmentIssue',
  description: 'What is to be looked at in an active enrollment.',
  valuesConfig: {
    ACTIVE_AT_65: { description: 'Active at 65 years or more.' },
    ACTIVE_AFTER_DEATH: { description: 'Active after the death.' },
    KPJ_MISSING: { description: 'No card number (KPJ) is known.' },
  },
});

/** Conditions on an active enrollment and its registration; `app.data_quality` counts by the same, and a test holds both together. */
const activeIssueSql: Readonly<Record<EnrollmentIssue, (enrollment: string, person: string) => string>> = {
  ACTIVE_AT_65: (_enrollment, person) => `${person}.birth_date <= (app.today() - interval '65 years')::date`,
  ACTIVE_AFTER_DEATH: (_enrollment, person) => `${person}.died_on is not null`,
  KPJ_MISSING: (enrollment) => `${enrollment}.kpj is null`,
};

/** Whether an enrollment is active and has the issue. */
export function enrollmentIssueSql(issue: EnrollmentIssue, enrollment: string): string {
  const condition = activeIssueSql[issue](enrollment, 'b');
  const isOfPerson = issue !== EnrollmentIssue.KPJ_MISSING;
  const holds = isOfPerson ? ofPerson(enrollment, condition) : condition;
  return `(${enrollment}.state = 'ACTIVE' and ${holds})`;
}

/** Whether the registration `b` of an enrollment is so; asked row by row, so that a page ends with its last line. */
export function ofPerson(enrollment: string, condition: string): string {
  return `(exists (select from beneficiary b where b.id = ${enrollment}.beneficiary_id and ${condition})) is true`;
}
