import { type ActionHeaderProps, useTranslation } from 'adminjs';
import React, { type ComponentType } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { ColumnChooser } from './column-chooser';
import { useFilterFocus } from './filter-focus';
import { PageHeading } from './page-heading';
import { PresenceLine } from './presence-line';
import { SavedFilters } from './saved-filters';

interface Props extends ActionHeaderProps {
  readonly OriginalComponent: ComponentType<ActionHeaderProps>;
}

/** Head of a page: its name, where it lies, what can be done; on a list, what takes its filter along. */
export default function ActionHeader({ OriginalComponent, ...props }: Props) {
  const { translateAction } = useTranslation();
  const { search } = useLocation();
  const { resource, action, record } = props;
  useFilterFocus(resource.id);
  const isAboutFilter = ({ custom }: (typeof resource.resourceActions)[number]) =>
    custom?.keepsFilter === true;
  const isElsewhere = ({ name }: (typeof resource.resourceActions)[number]) =>
    name !== action.name && (name !== 'new' || action.name === 'list');
  // AdminJS's own buttons forget what the list was narrowed to
  const forgetful = resource.resourceActions.filter((one) => !isAboutFilter(one) && isElsewhere(one));
  const ownLinks = resource.resourceActions.filter(isAboutFilter);
  return (
    <>
      <div className="payung-head">
        <PageHeading {...props} />
        <OriginalComponent {...props} resource={{ ...resource, resourceActions: forgetful }} />
      </div>
      {record?.id ? <PresenceLine recordId={record.id} isEditing={changesRecord(action)} /> : null}
      {action.name === 'list' ? (
        <div className="payung-list-tools">
          <SavedFilters concept={resource.id} />
          <ColumnChooser resource={resource} />
          {ownLinks.map(({ name }) => (
            <Link
              key={name}
              className="payung-plain"
              to={`/admin/resources/${resource.id}/actions/${name}${search}`}
            >
              {translateAction(name, resource.id)}
            </Link>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Whether the page is the form of a change or of a decision. */
function changesRecord({ name, custom }: ActionHeaderProps['action']): boolean {
  return name === 'edit' || Array.isArray(custom?.properties);
}
