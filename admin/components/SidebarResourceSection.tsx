import { Icon } from '@adminjs/design-system';
import { type SidebarResourceSectionProps, useTranslation } from 'adminjs';
import React from 'react';
import { Link, useLocation } from 'react-router-dom';

type Resource = SidebarResourceSectionProps['resources'][number];

/** Menu of the panel: groups that open, each with its pages. AdminJS's own is out of the keyboard's reach (7.8). */
export default function SidebarResourceSection({ resources }: SidebarResourceSectionProps) {
  const { translateLabel } = useTranslation();
  const { pathname } = useLocation();
  const isHere = ({ href }: Resource) => href !== null && `${pathname}/`.startsWith(`${href}/`);
  return (
    <ul className="payung-nav">
      {groupsOf(resources).map(({ name, icon, pages }) => (
        <li key={name}>
          <details open={pages.some(isHere)}>
            <summary>
              <Icon icon={icon} />
              <span>{translateLabel(name)}</span>
            </summary>
            <ul>
              {pages.map((page) => (
                <li key={page.id}>
                  <Link to={page.href ?? ''} aria-current={isHere(page) ? 'page' : undefined}>
                    {translateLabel(page.name, page.id)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

interface Group {
  readonly name: string;
  readonly icon: string;
  readonly pages: readonly Resource[];
}

/** Groups in the order of their first pages; a group has the sign of its first page. */
function groupsOf(resources: readonly Resource[]): readonly Group[] {
  const shown = resources.filter(({ href, navigation }) => href !== null && navigation?.name);
  const names = [...new Set(shown.map(({ navigation }) => navigation?.name ?? ''))];
  return names.map((name) => {
    const pages = shown.filter(({ navigation }) => navigation?.name === name);
    return { name, icon: pages[0]?.navigation?.icon ?? 'Folder', pages };
  });
}
