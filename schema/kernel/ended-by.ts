/** A generator that waits for its next value hears of its end only after it: wake it up first. */
export function endedBy<Value>(ended: AbortController, values: AsyncGenerator<Value>): AsyncGenerator<Value> {
  const stop = values.return.bind(values);
  values.return = (value) => {
    ended.abort();
    return stop(value);
  };
  return values;
}
