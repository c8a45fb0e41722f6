import { useEffect } from 'react';
import type { FieldProps } from './field';

/** Gives a new form a key of its own, so that saving it twice creates one record. */
export default function FormKey({ property, record, onChange }: FieldProps) {
  const { path } = property;
  const key: unknown = record.params[path];
  useEffect(() => {
    if (typeof key === 'string' && key !== '') return;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    onChange(path, Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }, [key, path, onChange]);
  return null;
}
