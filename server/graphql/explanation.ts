import type { Caller } from '../../schema/kernel/unit-of-work.js';

/** `extensions.explain`: how the answer came about. SQL stays inside; `npm run explain` shows it. */
interface Explanation {
  readonly explain: {
    /** Whether the answer was written straight from rows; false: graphql-js put it together. */
    readonly compiled: boolean;
    readonly roundTrips: number;
    readonly milliseconds: number;
    readonly statements: readonly { readonly rows: number }[];
  };
}

/** Null: nobody asked for it. */
export function explanationOf({ roundTrips }: Caller, compiled: boolean): Explanation | null {
  if (!roundTrips) return null;
  const milliseconds = roundTrips.reduce((sum, trip) => sum + trip.milliseconds, 0);
  const statements = roundTrips.flatMap((trip) => trip.statements.map(({ rows }) => ({ rows })));
  const rounded = Math.round(milliseconds * 100) / 100;
  return { explain: { compiled, roundTrips: roundTrips.length, milliseconds: rounded, statements } };
}

/** An answer's text with the explanation, where one was asked for. */
export function explainedText(text: string, caller: Caller, compiled: boolean): string {
  const explanation = explanationOf(caller, compiled);
  return explanation ? `${text.slice(0, -1)},"extensions":${JSON.stringify(explanation)}}` : text;
}
