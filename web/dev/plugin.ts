import type { Plugin } from "vite";

/** Answers /graphql and the session routes in the development server, for looking at the screens. Never shipped. */
export function mockServer(): Plugin {
  return {
    name: "trechter-mock",
    apply: "serve",
    configureServer(server) {
      if (server.config.server.middlewareMode) return;
      const loaded = server.ssrLoadModule("/dev/http.ts");
      server.middlewares.use(async (request, response, next) => {
        const { answer } = await loaded;
        if (!(await answer(request, response))) next();
      });
    },
  };
}
