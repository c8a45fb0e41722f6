import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { DataSource, DefaultNamingStrategy, type QueryRunner } from 'typeorm';
import { tokenHash } from '../../schema/staff/index.js';
import { APP_ROLE, NATIONWIDE_ROLE } from '../../server/roles.js';
import { reportToParent, serverSetup } from './child.js';
import { rows } from './first-written-entities.js';
import { peopleTypeDefs } from './first-written-people.js';
import { peopleRows } from './first-written-people-entities.js';
import { programRows } from './first-written-program-entities.js';
import { programTypeDefs } from './first-written-programs.js';
import { contextOf, type FirstContext, resolvers, typeDefs } from './first-written-schema.js';

class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** What a team writes first: Apollo's own server, an entity per table, a loader per relation, one transaction per request. */
interface Context extends FirstContext {
  readonly runner: QueryRunner;
}

const { databaseUrl, connections } = serverSetup();
const dataSource = new DataSource({
  type: 'postgres',
  url: databaseUrl,
  entities: [...rows, ...programRows, ...peopleRows],
  namingStrategy: new SnakeCaseNaming(),
  extra: { max: connections, options: '-c TimeZone=UTC' },
});
await dataSource.initialize();

const server = new ApolloServer<Context>({
  typeDefs: [typeDefs, programTypeDefs, peopleTypeDefs],
  resolvers,
  plugins: [
    {
      async requestDidStart() {
        return {
          async willSendResponse({ contextValue: { runner }, errors }) {
            await (errors ? runner.rollbackTransaction() : runner.commitTransaction());
            await runner.release();
          },
        };
      },
    },
  ],
});

/** Row security needs the actor in the transaction; who it is, the token tells. */
async function contextFor(authorization: string | undefined): Promise<Context> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  const token = (authorization ?? '').replace(/^Bearer /, '');
  const [found]: { staff_id: string; reader: string }[] = await runner.query(
    `select staff_id, case when jsonb_path_exists(grants, '$[*] ? (@.regionIds == null)') then '${NATIONWIDE_ROLE}'
       else '${APP_ROLE}' end as reader
     from app.authenticate($1, $2, $3)`,
    [tokenHash(token), '2 hours', '1 minute'],
  );
  await runner.query(
    "select set_config('app.actor_id', $1, true), set_config('app.request_id', $2, true), set_config('role', $3, true)",
    [found?.staff_id ?? '', 'first-written', found?.reader ?? APP_ROLE],
  );
  return { runner, ...contextOf(runner.manager) };
}

const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => contextFor(req.headers.authorization),
});
reportToParent(Number(new URL(url).port));
