import { Refusal } from '../../schema/kernel/problem.js';

/** A field of a request's body that is not what the door takes; `form` is an example of what is. */
export const unreadable = (name: string, form: string): Refusal =>
  new Refusal('BAD_USER_INPUT', 'FIELD_UNREADABLE', { name, form });
