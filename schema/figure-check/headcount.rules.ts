import { minus, size, sum, times } from '../kernel/decimal.js';
import { headCountParts } from './budget.rules.js';
import { checkOf, type Figure, type FigureCheck, type FigureWorld, figuresOf } from './figure.rules.js';
import { isSameOccasion, rateFor } from './occasion.rules.js';
import { inBoth } from './words.rules.js';

const adHoc = ['FUNDED_ADHOC_KPU', 'FUNDED_ADHOC_BAWASLU'];

/** Before + added = after, for every pair of totals of the same occasion that can be meant (within a tenth). */
export function personsAdded(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'FUNDED_WORKERS_ADDED').flatMap((added) => {
    const totals = totalsWith(world, added);
    const afters = totals.filter((after) => totals.some((before) => isAfter({ before, added, after })));
    return afters.flatMap((after) =>
      totals
        .filter((before) => isAfter({ before, added, after }) && !afters.includes(before))
        .map((before) => {
          const computed = sum([before.value, added.value]);
          const words = inBoth(
            (n) =>
              `${n.number(before.value)} + ${n.number(added.value)} = ${n.number(computed)}; yang dilaporkan ${n.number(after.value)}.`,
            (n) =>
              `${n.number(before.value)} + ${n.number(added.value)} = ${n.number(computed)}; reported are ${n.number(after.value)}.`,
          );
          const basis = [before, added];
          return checkOf({ kind: 'PERSONS_ADDED', unit: 'PERSON', reported: after, basis, computed, words });
        }),
    );
  });
}

/** A total beside an addition, when nothing says whether it already contains it. */
export function personsIncludedOrAdded(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'FUNDED_WORKERS_ADDED').flatMap((added) => {
    const totals = totalsWith(world, added);
    if (totals.some((after) => totals.some((before) => isAfter({ before, added, after })))) return [];
    return totals.map((total) => {
      const computed = sum([total.value, added.value]);
      const rate = rateFor(world, added)?.bpu;
      const cost = (value: string) => (rate === undefined ? null : times(value, rate, '12'));
      const [most, least] = [cost(computed), cost(total.value)];
      const words = inBoth(
        (n) =>
          `Bila ${n.number(added.value)} orang belum termasuk: ${n.number(total.value)} + ${n.number(added.value)} = ${n.number(computed)}; bila sudah termasuk: ${n.number(total.value)}. Sumber tidak menyebutkannya.${most && least ? ` Setahun ${n.rupiah(most)} atau ${n.rupiah(least)}.` : ''}`,
        (n) =>
          `If the ${n.number(added.value)} come on top: ${n.number(total.value)} + ${n.number(added.value)} = ${n.number(computed)}; if they are included: ${n.number(total.value)}. The source does not say.${most && least ? ` For a year ${n.rupiah(most)} or ${n.rupiah(least)}.` : ''}`,
      );
      const basis = [total, added];
      return checkOf({
        kind: 'PERSONS_INCLUDED_OR_ADDED',
        unit: 'PERSON',
        reported: total,
        basis,
        computed,
        words,
      });
    });
  });
}

/** Totals against the sum of their parts; without temporary election officers where that comes nearer. */
export function personsParts(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'FUNDED_WORKERS').flatMap((total) => {
    const all = figuresOf(world, ...headCountParts).filter((part) => isSameOccasion(part, total));
    if (all.length < 2) return [];
    const lasting = all.filter(({ indicator }) => !adHoc.includes(indicator));
    const parts = distance(lasting, total) < distance(all, total) ? lasting : all;
    const values = parts.map(({ value }) => value);
    const computed = sum(values);
    const isWithoutAdHoc = parts.length < all.length;
    const words = inBoth(
      (n) =>
        `${values.map(n.number).join(' + ')} = ${n.number(computed)}${isWithoutAdHoc ? ' (tanpa petugas ad hoc pemilu)' : ''}; yang dilaporkan ${n.number(total.value)}.`,
      (n) =>
        `${values.map(n.number).join(' + ')} = ${n.number(computed)}${isWithoutAdHoc ? ' (without temporary election officers)' : ''}; reported are ${n.number(total.value)}.`,
    );
    return [
      checkOf({ kind: 'PERSONS_PARTS', unit: 'PERSON', reported: total, basis: parts, computed, words }),
    ];
  });
}

function totalsWith(world: FigureWorld, added: Figure): Figure[] {
  return figuresOf(world, 'FUNDED_WORKERS').filter((total) => isSameOccasion(total, added));
}

interface Addition {
  readonly before: Figure;
  readonly added: Figure;
  readonly after: Figure;
}

function isAfter({ before, added, after }: Addition): boolean {
  const computed = sum([before.value, added.value]);
  return before !== after && size(minus(after.value, computed)) * 10n <= size(computed);
}

function distance(parts: readonly Figure[], total: Figure): bigint {
  return size(minus(sum(parts.map(({ value }) => value)), total.value));
}
