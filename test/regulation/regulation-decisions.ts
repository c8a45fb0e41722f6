import { parsePublicId } from '../../schema/kernel/identifier.js';
import type { Person, RegulationWorld } from './regulation-world.js';

const errorCodes = (errors: { path: string[]; code: string }[]): string[] =>
  errors.map(({ path, code }) => `${path.join('.')} ${code}`);

/** Runs one of the four decisions and answers the regulation and the codes of its problems. */
export async function decide(
  world: RegulationWorld,
  person: Person,
  verb: 'Create' | 'Revise' | 'Enact' | 'Revoke',
  variables: Record<string, unknown>,
) {
  const isCreate = verb === 'Create';
  const declared = isCreate ? '$key: String' : '$id: ID!, $version: Int!';
  const given = isCreate ? 'idempotencyKey: $key' : 'id: $id, expectedVersion: $version';
  const { data, errors } = await world.ask(
    person,
    `mutation (${declared}, $input: Regulation${verb}Input!) {
      answer: regulation${verb}(${given}, input: $input) {
        regulation { id version state phase displayTitle year note title
          relations { kind note target { id } } revocation { on reason } relatedBy { kind regulation { id } } }
        userErrors { path code message }
      }
    }`,
    variables,
  );
  if (errors) return { refusal: errors[0]?.message, regulation: null, problems: [] };
  return {
    regulation: data.answer.regulation,
    problems: errorCodes(data.answer.userErrors),
    errors: data.answer.userErrors,
  };
}

/** The stored row of a public id. */
export async function rowOf(world: RegulationWorld, id: string) {
  const { rows } = await world.owner.query('select * from regulation where id = $1', [parsePublicId(id)?.id]);
  return rows[0];
}
