import { askGraphql } from './graphql-client';

interface ViewerAnswer {
  readonly viewer: {
    readonly id: string;
    readonly sessionEndsAt: string | null;
  } | null;
}

/** Who is signed in, and until when at the latest. */
export interface SignedViewer {
  readonly staffKey: string;
  /** Milliseconds since 1970, when the session is not used until then; null: not known. */
  readonly endsAt: number | null;
}

const query = '{ viewer { id sessionEndsAt } }';

/** Null: nobody is signed in any more. With `isBackground` the question does not count as use of the session. */
export async function askViewer({ isBackground = false } = {}): Promise<SignedViewer | null | 'unreachable'> {
  try {
    const { viewer } = await askGraphql<ViewerAnswer>(query, {}, { isBackground });
    if (!viewer) return null;
    const { id, sessionEndsAt } = viewer;
    return {
      staffKey: id.replace(/^staff_/, ''),
      endsAt: sessionEndsAt === null ? null : Date.parse(sessionEndsAt),
    };
  } catch {
    return 'unreachable';
  }
}

/** Signs in by the door of the sign-in page, which sets the cookie, without leaving this one. */
export async function signInAgain(
  email: string,
  password: string,
): Promise<'signedIn' | 'wrong' | 'unreachable'> {
  try {
    const answer = await fetch('/admin/login', {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual', // a redirect is the sign of success; where it leads is of no interest
      body: new URLSearchParams({ email, password, next: '/admin' }),
    });
    return answer.type === 'opaqueredirect' ? 'signedIn' : 'wrong';
  } catch {
    return 'unreachable';
  }
}
