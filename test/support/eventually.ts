/** Longer than any answer takes on a busy machine, shorter than the limit of a test. */
export const patienceMs = 60_000;

/** Repeats a check until it holds; when time is up, what the last one threw. For what comes when the machine gets to it. */
export async function eventually(check: () => unknown, limitMs = patienceMs): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
