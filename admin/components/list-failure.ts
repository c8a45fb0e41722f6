import { useEffect, useState } from 'react';
import { useDispatch, useSelector } from 'react-redux';

interface Notice {
  readonly id: string;
  readonly message: string;
  readonly resourceId?: string;
}

/** What AdminJS 7.8 says of a list whose request failed; it tells nothing else, and goes on showing that it loads. */
const failureMessage = 'errorFetchingRecords';

/** Whether the rows of a list could not be had, until they come, and what forgets it before it is tried again. */
export function useListFailure(
  resourceId: string,
  isLoading: boolean,
): { readonly hasFailed: boolean; readonly forget: () => void } {
  const notices = useSelector((state: { notices: readonly Notice[] }) => state.notices);
  const dispatch = useDispatch();
  const isOurs = (notice: Notice): boolean =>
    notice.message === failureMessage && notice.resourceId === resourceId;
  const latest = notices.findLast(isOurs)?.id ?? null;
  const [hasFailed, setFailed] = useState(false);
  const forget = (): void => {
    setFailed(false);
    for (const { id } of notices.filter(isOurs)) dispatch({ type: 'DROP_NOTICE', data: { noticeId: id } });
  };
  // whoever closes the notice still has no rows
  useEffect(() => {
    if (latest !== null) setFailed(true);
  }, [latest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the rows are there, and only then
  useEffect(() => {
    if (!isLoading) forget();
  }, [isLoading]);
  return { hasFailed, forget };
}
