/** A server that works on rosters and does nothing else, to be killed: `node roster-server.mjs '<options as JSON>'`. */
import { createApp } from '../../dist/server/app.js';

const app = await createApp(JSON.parse(process.argv[2] ?? '{}'));
app.clocks.imports.start();
process.stdout.write('ready\n');
