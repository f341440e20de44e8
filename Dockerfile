FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production NOTIFIABLE_DATA=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && mkdir /data && chown node /data
COPY bin/notifiable.js bin/
COPY config config
COPY examples examples
COPY web/views web/views
COPY --from=build /app/dist dist
USER node
VOLUME /data
ENTRYPOINT ["node", "bin/notifiable.js"]
CMD ["worker"]
