// PostGraphile 5 with its aggregates plugin on the tables of the benchmark, under the same row security.
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { reportToParent, serverSetup } from '../../dist/bench/servers/child.js';

const { databaseUrl, connections } = serverSetup();
const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ['public'],
      poolConfig: { max: connections, options: '-c TimeZone=UTC' },
    }),
  ],
  grafast: {
    explain: false,
    // the actor's id and role come as the token: one that says them by itself (JWT) costs no look-up either
    context: ({ node }) => {
      const [actor = '', role = 'payung_app'] = (node?.req.headers.authorization ?? '')
        .replace(/^Bearer /, '')
        .split(':');
      return {
        pgSettings: {
          'app.actor_id': actor,
          'app.request_id': 'postgraphile',
          'app.today': today,
          ...(role === 'payung_app' ? {} : { role }),
        },
      };
    },
  },
  grafserv: { port: 0, graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
reportToParent(server.address().port);
