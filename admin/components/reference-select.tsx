import { SelectAsync } from '@adminjs/design-system';
import { ApiClient, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly inputId: string;
  readonly resourceId: string;
  /** Id of the record that is chosen; empty: none. */
  readonly value: string;
  /** Its title, when the page knows it already. */
  readonly title?: string | undefined;
  readonly onChange: (id: string, title: string) => void;
}

const api = new ApiClient();

/** Chooses a record of another screen by what people know it by. */
export function ReferenceSelect({ inputId, resourceId, value, title, onChange }: Props) {
  const { translateComponent } = useTranslation();
  const [chosen, setChosen] = useState<Option | null>(null);
  const isShown = value === '' || chosen?.value === value;
  useEffect(() => {
    if (isShown) return;
    if (title !== undefined) return setChosen({ value, label: title });
    api
      .recordAction({ resourceId, recordId: value, actionName: 'show' })
      .then(({ data }) => setChosen({ value, label: data.record.title ?? '' }))
      .catch(() => setChosen({ value, label: value }));
  }, [isShown, value, title, resourceId]);

  const load = async (query: string): Promise<Option[]> => {
    const records = await api.searchRecords({ resourceId, query });
    return records.map(({ id, title: label }) => ({ value: id, label }));
  };
  const choose = (option: Option | null) => {
    setChosen(option);
    onChange(option?.value ?? '', option?.label ?? '');
  };
  return (
    <SelectAsync
      inputId={inputId}
      value={value === '' ? null : chosen}
      defaultOptions
      cacheOptions
      isClearable
      loadOptions={load}
      onChange={choose}
      placeholder={translateComponent('Reference.placeholder')}
      loadingMessage={() => translateComponent('Reference.loading')}
      noOptionsMessage={() => translateComponent('Reference.none')}
    />
  );
}
