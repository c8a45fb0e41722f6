import { useFilterDrawer } from 'adminjs';
import { useEffect, useRef } from 'react';

const drawerOf = () => document.querySelector<HTMLElement>('[data-css$="filter-drawer"]');

/** Filters are out of reach while their drawer is shut, and where the keyboard is once it opens. AdminJS only moves it (7.8). */
export function useFilterFocus(screen: string): void {
  const { isVisible, close } = useFilterDrawer();
  const wasVisible = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen has another drawer
  useEffect(() => {
    const drawer = drawerOf();
    if (drawer) drawer.inert = !isVisible;
    if (isVisible) drawer?.querySelector<HTMLElement>('input, select')?.focus();
    else if (wasVisible.current) document.querySelector<HTMLElement>('[data-css$="filter-button"]')?.focus();
    wasVisible.current = isVisible;
    const shut = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' && drawer?.contains(document.activeElement)) close();
    };
    document.addEventListener('keydown', shut);
    return () => document.removeEventListener('keydown', shut);
  }, [isVisible, screen]);
}
