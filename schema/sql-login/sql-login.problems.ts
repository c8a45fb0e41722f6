import { registerProblems } from '../kernel/texts.js';

export const sqlLoginCodes = registerProblems({
  texts: {
    SQL_LOGIN_ROLE_MISSING: {
      id: 'Akun ini tidak berperan ANALYST, COORDINATOR, AUDITOR, atau ADMIN, atau tidak aktif. Beri perannya dahulu.',
      en: 'This account is not active, or holds none of the roles ANALYST, COORDINATOR, AUDITOR, ADMIN. Give it one first.',
    },
    SQL_LOGIN_EXISTS: {
      id: 'Akun ini sudah memiliki login SQL. Buat kata sandi baru untuk login itu.',
      en: 'This account already has a login for SQL. Make a new password for that one.',
    },
    SQL_LOGIN_REVOKED: {
      id: 'Login ini sudah dicabut. Buat login baru.',
      en: 'This login was revoked. Make a new one.',
    },
    SQL_LOGIN_OF_PROGRAM: {
      id: 'Login ini dipakai konsol SQL dan tidak memiliki kata sandi untuk Anda. Buat login langsung.',
      en: 'This login is the one of the SQL console and has no password for you. Make a direct login.',
    },
  },
  constraints: {
    sql_login_role_missing: { code: 'SQL_LOGIN_ROLE_MISSING', path: ['staffId'] },
    sql_login_active_unique: { code: 'SQL_LOGIN_EXISTS', path: ['staffId'] },
    sql_login_staff_fk: { code: 'NOT_FOUND', path: ['staffId'] },
    sql_login_kind_check: { code: 'VALUE_INVALID', path: ['kind'] },
  },
});
