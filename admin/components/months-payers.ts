interface PaidMonth {
  readonly month: string;
  readonly state: string;
  readonly isElsewhere: boolean;
  readonly program: { readonly name: string } | null;
}

const elsewhere = { id: 'pembayar lain', en: 'another payer' } as const;
const tag = { id: 'id-ID', en: 'en-GB' } as const;

/** Who covered which months of a year, for instance "Program A: Jan–Jun; pembayar lain: Jul". */
export function payersOf(months: readonly PaidMonth[], language: 'id' | 'en'): string {
  const runs: { readonly payer: string; readonly from: string; until: string }[] = [];
  let before: string | null = null;
  for (const { month, state, isElsewhere, program } of months) {
    const payer = isElsewhere ? elsewhere[language] : state === 'GAP' ? null : (program?.name ?? null);
    const last = runs.at(-1);
    if (payer !== null && payer === before && last) last.until = month;
    else if (payer !== null) runs.push({ payer, from: month, until: month });
    before = payer;
  }
  return runs.map(({ payer, from, until }) => `${payer}: ${span(from, until, language)}`).join('; ');
}

function span(from: string, until: string, language: 'id' | 'en'): string {
  const format = new Intl.DateTimeFormat(tag[language], { month: 'short', timeZone: 'UTC' });
  const [first, last] = [from, until].map((month) =>
    format.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`)),
  );
  return first === last ? String(first) : `${first}–${last}`;
}
