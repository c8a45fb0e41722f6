import { useTranslation } from 'adminjs';
import React, { useCallback, useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { tellSignedOut } from './session-events';

interface Notice {
  readonly id: string;
  readonly message: string;
  readonly type?: 'success' | 'error' | 'info';
  readonly resourceId?: string;
  readonly options?: Record<string, string>;
}

const secondsOfSuccess = 6;

/** What just happened. Only a success goes away by itself: nobody reads a sentence in three seconds. */
export default function NoticeBox() {
  const notices = useSelector((state: { notices: readonly Notice[] }) => state.notices);
  const dispatch = useDispatch();
  useEffect(() => {
    for (const { id } of notices.filter(isOutdated))
      dispatch({ type: 'DROP_NOTICE', data: { noticeId: id } });
  }, [dispatch, notices]);
  return (
    <div className="payung-notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeElement key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

/** A failure that was tried again: it succeeded since, or failed in the same words. */
function isOutdated({ type, message }: Notice, place: number, notices: readonly Notice[]): boolean {
  const later = notices.slice(place + 1);
  return type === 'error' && later.some((next) => next.type === 'success' || next.message === message);
}

function NoticeElement({ notice }: { readonly notice: Notice }) {
  const { translateMessage, translateButton } = useTranslation();
  const dispatch = useDispatch();
  const { id, type, message, resourceId, options } = notice;
  const key = message.replace(/\.$/, ''); // i18next takes the full stop of AdminJS's own sentences for a path
  const drop = useCallback(() => dispatch({ type: 'DROP_NOTICE', data: { noticeId: id } }), [dispatch, id]);
  useEffect(() => {
    if (type === 'error') tellSignedOut(); // AdminJS tells a refused session from no other failure
  }, [type]);
  useEffect(() => {
    if (type !== 'success') return;
    const timer = window.setTimeout(drop, secondsOfSuccess * 1000);
    return () => window.clearTimeout(timer);
  }, [type, drop]);
  return (
    <div
      className={`payung-notice ${notice.type ?? 'info'}`}
      role={notice.type === 'error' ? 'alert' : undefined}
    >
      <span>{translateMessage(key, resourceId, { ...options, defaultValue: message })}</span>
      <button type="button" className="payung-plain" onClick={drop}>
        {translateButton('close')}
      </button>
    </div>
  );
}
