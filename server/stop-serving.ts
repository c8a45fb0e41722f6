import type { FastifyInstance } from 'fastify';
import type { OpenDoors } from './doors.js';

/** What requests under way get to finish; process managers kill after ten seconds. */
const patienceMs = 8000;
const sweepMs = 100;

/** Takes no more requests, says farewell to websockets, lets the requests under way finish. */
export async function stopServing(http: FastifyInstance, doors: OpenDoors): Promise<void> {
  const cut = setTimeout(() => {
    doors.stopExports();
    http.server.closeAllConnections();
  }, patienceMs);
  // a connection that is kept alive becomes idle only when its last request is answered
  const sweep = setInterval(() => http.server.closeIdleConnections(), sweepMs);
  try {
    await Promise.all([http.close(), doors.closeSockets()]);
  } finally {
    clearTimeout(cut);
    clearInterval(sweep);
  }
  await doors.stopGraphql();
}
