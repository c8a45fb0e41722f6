import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { Signed } from './auth/authentication.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request, and whether by cookie. Set before every handler below `/graphql`, `/admin`, `/documents`. */
    signed: Signed;
    /** What the services take: the actor, its reads, the request id. */
    caller: Caller;
    /** Gives the place among the working requests to the next one. Set before every handler. */
    leave: () => void;
    /** Looks the caller up anew: for what must not rest on an assumption, or when one was refuted. */
    lookUpCaller: () => Promise<void>;
  }

  interface FastifyContextConfig {
    /** Whether the route sees to it that an assumed caller is confirmed before its answer leaves. */
    confirmsCaller?: boolean;
  }
}
