import { type ActionResponse, ApiClient } from 'adminjs';
import { useEffect, useState } from 'react';

const api = new ApiClient();

/** What an action of a list answers for the filter in the address; a refusal comes as a notice. */
export function useListAnswer(
  resourceId: string,
  actionName: string,
): { readonly answer: ActionResponse | null; readonly fault: string | null } {
  const { search } = window.location;
  const [answer, setAnswer] = useState<ActionResponse | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const params = Object.fromEntries(new URLSearchParams(search));
    api
      .resourceAction({ resourceId, actionName, params })
      .then(({ data }) => (data.notice ? setFault(data.notice.message) : setAnswer(data)))
      .catch((error: unknown) => setFault(String(error)));
  }, [resourceId, actionName, search]);
  return { answer, fault };
}
