import type { FastifyPluginAsync } from 'fastify';
import type { AlertDeliveryService } from '../../schema/alert-delivery/index.js';
import { Admission } from '../admission.js';

interface CalendarParts {
  readonly delivery: AlertDeliveryService;
  readonly address: string | null;
}

interface CalendarAddress {
  readonly Params: { readonly file: string };
}

const file = /^([\w-]{43})\.ics$/;
/** Anybody may ask, and guess: the connections are those that sign people in. */
const asked = { atOnce: 2, longestQueue: 50, deadlineMs: 2000 };

/** GET /calendar/<secret>.ics: alerts of a person as days, for calendars that can send no credentials. */
export const calendarRoute: FastifyPluginAsync<CalendarParts> = async (http, { delivery, address }) => {
  const readers = new Admission(asked);
  const textAt = async (secret: string, requestId: string): Promise<string | null> => {
    const leave = await readers.enter();
    try {
      return await delivery.feed({ secret, requestId, address });
    } finally {
      leave();
    }
  };
  http.get<CalendarAddress>('/calendar/:file', async (request, reply) => {
    const [, secret] = file.exec(request.params.file) ?? [];
    const text = secret ? await textAt(secret, request.id) : null;
    if (text === null) return reply.callNotFound();
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=3600')
      .header('content-disposition', 'inline; filename="payung.ics"')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .send(text);
  });
};
