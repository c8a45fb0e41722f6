import type { RecordsTableProps } from 'adminjs';
import React, { type ComponentType, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useShownColumns } from './column-choice';
import { useListFailure } from './list-failure';
import { useLanguage } from './page-parts';

interface Props extends RecordsTableProps {
  readonly OriginalComponent: ComponentType<RecordsTableProps>;
}

const words = {
  id: { failed: 'Daftar tidak dapat dimuat.', again: 'Coba lagi' },
  en: { failed: 'The list could not be loaded.', again: 'Try again' },
} as const;

/**
 * The table of a list in the columns that the person chose. It says that it loads before it says that there is nothing,
 * and that it could not be loaded instead of loading for ever.
 */
export default function RecordsTable({ OriginalComponent, ...props }: Props) {
  const listProperties = [...useShownColumns(props.resource)];
  // AdminJS asks for the rows after it has drawn the page without any; a quick answer comes before it says that it asks
  const drawnFirst = useRef(props.records);
  const isUnasked = props.records === drawnFirst.current && props.records.length === 0;
  const hasAsked = useRef(false);
  if (props.isLoading) hasAsked.current = true;
  const isLoading = props.isLoading === true || (isUnasked && !hasAsked.current);
  const { hasFailed, forget } = useListFailure(props.resource.id, isLoading);
  if (hasFailed) return <Failure onAgain={forget} />;
  return (
    <div aria-busy={isLoading}>
      <OriginalComponent {...props} isLoading={isLoading} resource={{ ...props.resource, listProperties }} />
    </div>
  );
}

function Failure({ onAgain }: { readonly onAgain: () => void }) {
  const texts = words[useLanguage()];
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const again = (): void => {
    onAgain();
    // AdminJS asks for the rows anew when the state of the address is another
    navigate({ pathname, search }, { replace: true, state: { askedAgain: true } });
  };
  return (
    <div
      className="payung-list-failed"
      style={{ padding: 32, textAlign: 'center', fontSize: 14, lineHeight: '20px' }}
    >
      <p style={{ fontSize: 18, lineHeight: '28px', fontWeight: 600, marginBottom: 16 }}>{texts.failed}</p>
      <button type="button" className="payung-plain" onClick={again}>
        {texts.again}
      </button>
    </div>
  );
}
