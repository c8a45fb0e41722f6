import { GraphQLError, GraphQLScalarType } from 'graphql';

/** Answers only ever hold the mask; inputs take a NIK as text, whose faults the rules name. */
export const NikScalar = new GraphQLScalarType({
  name: 'Nik',
  description:
    'NIK with all but the province and the serial hidden, for instance "36••••••••••0001". Never an input; see `beneficiaryRevealNik`.',
  serialize: masked,
  parseValue: () => {
    throw new GraphQLError('Nik: is shown, never sent', { extensions: { code: 'BAD_USER_INPUT' } });
  },
});

function masked(value: unknown): string {
  const text = String(value);
  if (/^\d{2}•{10}\d{4}$/.test(text)) return text;
  // should a NIK ever come here in full, it goes no further
  throw new GraphQLError('Nik: not a mask', { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}
