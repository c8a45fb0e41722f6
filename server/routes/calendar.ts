import type { FastifyPluginAsync } from 'fastify';
import type { AlertDeliveryService } from '../../schema/alert-delivery/index.js';

interface CalendarParts {
  readonly delivery: AlertDeliveryService;
  readonly address: string | null;
}

interface CalendarAddress {
  readonly Params: { readonly file: string };
}

const file = /^([\w-]{43})\.ics$/;

/** GET /calendar/<secret>.ics: alerts of a person as days, for calendars that can send no credentials. */
export const calendarRoute: FastifyPluginAsync<CalendarParts> = async (http, { delivery, address }) => {
  http.get<CalendarAddress>('/calendar/:file', async (request, reply) => {
    const [, secret] = file.exec(request.params.file) ?? [];
    const text = secret ? await delivery.feed({ secret, requestId: request.id, address }) : null;
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
