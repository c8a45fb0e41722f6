import type { Text } from '../../schema/kernel/texts.js';

/** What belongs into each field of a screen's forms, with an example; rows by `parties.kind`, decisions by `sign_signedOn`. */
export type FieldHelp = Readonly<Record<string, Text>>;
