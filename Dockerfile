# Build: every package, then dist/.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Run: what production needs and nothing else.
FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production TZ=Europe/Oslo
# qpdf binds the print batch in a sixth of the time.
RUN apt-get update && apt-get install -y --no-install-recommends qpdf && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY --from=build /app/dist ./dist
COPY templates ./templates
USER node
ENTRYPOINT ["node", "dist/aarshjul.mjs"]
