import type { Services } from '../schema/index.js';
import type { Locale } from '../schema/kernel/actor.js';
import type { Outcome } from '../schema/kernel/problem.js';
import { Staff, StaffOrderField, staffVerbs } from '../schema/staff/index.js';
import { roleNames } from './role-names.js';
import type { Change, Screen, ScreenProperty } from './screen.js';
import { sqlLoginVerbsOf } from './staff.sql-login.js';

type Accounts = Services['staff'];
type Grants = Parameters<Accounts['grantRoles']>[1]['grants'];

const languages = {
  id: { id: 'Indonesia', en: 'Indonesian' },
  en: { id: 'Inggris', en: 'English' },
} as const;
const grants: ScreenProperty = {
  kind: 'items',
  label: { id: 'Peran', en: 'Roles' },
  items: {
    role: { kind: 'choice', values: roleNames, label: { id: 'Peran', en: 'Role' } },
    region: { kind: 'reference', to: 'region', title: 'displayName', label: { id: 'Wilayah', en: 'Region' } },
  },
};
const own =
  '{ id version name email locale isActive createdAt grants { role region { id displayName } } sqlLogins { id version kind roleName } }';

export function staffScreen({ staff, sqlLogin }: Pick<Services, 'staff' | 'sqlLogin'>): Screen {
  return {
    concept: 'staff',
    type: 'Staff',
    entity: Staff,
    group: 'accounts',
    icon: 'UserCheck',
    name: { id: 'Akun', en: 'Accounts' },
    service: staff,
    read: staffVerbs.read,
    title: 'name',
    properties: {
      name: { isRequired: true, label: { id: 'Nama', en: 'Name' } },
      email: { isRequired: true, label: { id: 'Surel', en: 'Email' } },
      locale: { kind: 'choice', values: languages, label: { id: 'Bahasa', en: 'Language' } },
      isActive: { kind: 'boolean', label: { id: 'Aktif', en: 'Active' } },
      grants,
      createdAt: { kind: 'instant', label: { id: 'Dibuat', en: 'Created' } },
    },
    list: {
      columns: ['name', 'email', 'isActive', 'createdAt'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau surel', en: 'Name or email' } },
        role: {
          kind: 'choice',
          field: 'roles',
          isList: true,
          values: roleNames,
          label: { id: 'Peran', en: 'Role' },
        },
        region: {
          kind: 'reference',
          field: 'regionIds',
          isList: true,
          to: 'region',
          label: { id: 'Wilayah', en: 'Region' },
        },
        isActive: { kind: 'boolean', field: 'isActive', label: { id: 'Aktif', en: 'Active' } },
      },
      orders: { name: StaffOrderField.NAME, createdAt: StaffOrderField.CREATED_AT },
    },
    show: { properties: ['name', 'email', 'locale', 'isActive', 'grants', 'createdAt'], selection: own },
    create: {
      verb: staffVerbs.create,
      properties: ['name', 'email', 'locale', 'grants'],
      report: passwordNotice,
    },
    revise: { verb: staffVerbs.revise, properties: ['name', 'locale', 'isActive'] },
    verbs: {
      grantRoles: {
        verb: staffVerbs.grantRoles,
        label: { id: 'Atur peran', en: 'Set the roles' },
        guard: {
          id: 'Peran yang tertulis di sini menggantikan semua peran yang lama.',
          en: 'The roles written here replace all that the account has now.',
        },
        icon: 'Key',
        properties: { grants: { ...grants, path: 'grants' } },
        undo: { action: 'grantRoles', restores: { grants: 'grants' } },
        run: (caller, { id, expectedVersion, input }: Change<{ readonly grants?: Grants }>) =>
          staff.grantRoles(caller, { id, expectedVersion, grants: input.grants ?? [] }),
      },
      resetPassword: {
        verb: staffVerbs.resetPassword,
        label: { id: 'Buat kata sandi baru', en: 'Make a new password' },
        guard: {
          id: 'Kata sandi lama dan semua sesi akun ini berakhir. Kata sandi baru ditampilkan sekali saja.',
          en: 'The old password and all sessions of this account end. The new password is shown only once.',
        },
        icon: 'Lock',
        isDangerous: true,
        properties: {},
        run: (caller, change) => staff.resetPassword(caller, change),
        report: passwordNotice,
      },
      ...sqlLoginVerbsOf(sqlLogin),
    },
  };
}

/** The new password, to hand over; it exists nowhere else. */
function passwordNotice(
  outcome: Outcome & { readonly password?: string | null },
  locale: Locale,
): string | null {
  if (!outcome.password) return null;
  return locale === 'id'
    ? `Kata sandi baru: ${outcome.password} – serahkan kepada pemilik akun; tidak akan ditampilkan lagi.`
    : `New password: ${outcome.password} – hand it to the owner of the account; it will not be shown again.`;
}
