import React from 'react';
import { Link } from 'react-router-dom';

/** Head of the menu: the umbrella and the name, leading to the start page. */
export default function SidebarBranding() {
  return (
    <Link
      to="/admin"
      data-css="sidebar-logo"
      style={{ display: 'flex', alignItems: 'center', gap: 12, padding: '20px 24px', textDecoration: 'none' }}
    >
      <img src="/admin/frontend/assets/payung.svg" alt="" width={40} height={40} />
      <span style={{ fontSize: 22, fontWeight: 600, color: '#0b5d56' }}>Payung</span>
    </Link>
  );
}
