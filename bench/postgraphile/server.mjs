// PostGraphile 5 on the reference schema, as its documentation advises for production: the Amber preset, no watching, no
// explaining, one process per core. Takes PORT, DATABASE_URL and PROCESSES from the environment.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const processes = Number(process.env.PROCESSES ?? 2);
/** Connections to PostgreSQL over all processes. */
const CONNECTIONS = 20;

if (cluster.isPrimary) {
  for (let started = 0; started < processes; started += 1) cluster.fork();
} else {
  const preset = {
    extends: [PostGraphileAmberPreset],
    pgServices: [
      makePgService({
        connectionString: process.env.DATABASE_URL,
        schemas: ["public"],
        poolConfig: { max: Math.ceil(CONNECTIONS / processes) },
      }),
    ],
    grafserv: { port: Number(process.env.PORT), host: "127.0.0.1", graphiql: false, watch: false },
    grafast: { explain: false },
  };
  const served = postgraphile(preset).createServ(grafserv);
  const server = createServer();
  server.on("error", (error) => console.error(error));
  await served.addTo(server);
  server.listen(Number(process.env.PORT), "127.0.0.1");
}
