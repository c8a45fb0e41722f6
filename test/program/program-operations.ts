/** The mutations of programs, with everything that they can answer. */
const shown = `id version state name agency period { from until } quota deciles { lowest highest } segment wageBaseRupiah hasJht
  plannedTariffRupiah participantKindCode closedOn note region { code } categories { code } legalBases { id } mous { id }
  budgetLines { fiscalYear fundingSource originalRupiah revisedRupiah ceilingRupiah accountCode subActivityCode }
  unfoundedMonths { reason months { from until } } viewerCan { revise approve close }`;
export const errors = 'userErrors { path code message }';
export const create = `mutation ($input: ProgramCreateInput!, $key: String) {
  programCreate(input: $input, idempotencyKey: $key) { program { ${shown} } ${errors} } }`;
export const revise = `mutation ($id: ID!, $version: Int!, $input: ProgramReviseInput!) {
  programRevise(id: $id, expectedVersion: $version, input: $input) { program { ${shown} } ${errors} } }`;
export const move = (verb: string) =>
  `mutation ($id: ID!, $version: Int!) { program${verb}(id: $id, expectedVersion: $version) { program { ${shown} } ${errors} } }`;
