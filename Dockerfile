# Built once with the compiler that better-sqlite3 may need, run without it.
FROM node:22-bookworm AS build
WORKDIR /shop
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /shop
ENV NODE_ENV=production PORT=3000 HOST=0.0.0.0 DATA_DIR=/data
COPY --from=build /shop /shop
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "apps/server/dist/main.js"]
