/** Lines that only one of the two texts has, in their order: `-` only committed, `+` only running. */
export function differences(committed: string, running: string): string[] {
  const before = committed.split('\n');
  const after = running.split('\n');
  return [
    ...missing(before, after).map((line) => `- ${line}`),
    ...missing(after, before).map((line) => `+ ${line}`),
  ];
}

function missing(lines: readonly string[], among: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of among) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = (counts.get(line) ?? 0) - 1;
    counts.set(line, left);
    return left < 0;
  });
}
