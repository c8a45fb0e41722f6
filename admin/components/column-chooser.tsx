import { type ResourceJSON, useTranslation } from 'adminjs';
import React, { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { chooseColumns, useShownColumns } from './column-choice';
import { useLanguage } from './page-parts';

const texts = {
  id: {
    title: 'Kolom',
    of: 'dari',
    legend: 'Kolom yang tampil di daftar ini untuk Anda',
    apply: 'Tampilkan kolom ini',
    standard: 'Kembali ke kolom baku',
  },
  en: {
    title: 'Columns',
    of: 'of',
    legend: 'Columns that this list shows you',
    apply: 'Show these columns',
    standard: 'Back to the standard columns',
  },
} as const;

/** Which columns the list shows to this person, wherever they sign in. */
export function ColumnChooser({ resource }: { readonly resource: ResourceJSON }) {
  const words = texts[useLanguage()];
  const { translateProperty } = useTranslation();
  const location = useLocation();
  const navigate = useNavigate();
  const titlePath = resource.titleProperty.propertyPath;
  const [fault, setFault] = useState<string | null>(null);
  const shown = useShownColumns(resource);
  const choose = async (columns: readonly string[]): Promise<void> => {
    try {
      await chooseColumns(resource.id, columns);
      setFault(null);
      navigate(location, { replace: true, state: { columns } }); // the list is read anew
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const apply = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget).getAll('column').map(String);
    void choose([titlePath, ...ticked]); // the name of the record always stays
  };
  return (
    <details className="payung-saved">
      <summary className="payung-plain">
        {words.title} ({shown.length} {words.of} {resource.listProperties.length})
      </summary>
      <form
        className="payung-panel"
        key={shown.map(({ propertyPath }) => propertyPath).join()}
        onSubmit={apply}
      >
        <fieldset className="payung-checks">
          <legend>{words.legend}</legend>
          {resource.listProperties.map((property) => (
            <label key={property.propertyPath}>
              <input
                type="checkbox"
                name="column"
                value={property.propertyPath}
                defaultChecked={shown.includes(property)}
                disabled={property.propertyPath === titlePath}
              />
              {translateProperty(property.label, resource.id)}
            </label>
          ))}
        </fieldset>
        <p className="payung-buttons">
          <button type="submit" className="payung-main">
            {words.apply}
          </button>
          <button type="button" className="payung-plain" onClick={() => void choose([])}>
            {words.standard}
          </button>
        </p>
        {fault ? (
          <p role="alert" className="payung-callout red">
            {fault}
          </p>
        ) : null}
      </form>
    </details>
  );
}
