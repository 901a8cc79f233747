FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make python3 python3-pip && rm -rf /var/lib/apt/lists/*
COPY . /source
RUN make -C /source install PREFIX=/opt/redis-inventory

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends git libstdc++6 && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory '*'
COPY --from=build /opt/redis-inventory/bin/redis-inventory /usr/local/bin/redis-inventory
WORKDIR /src
CMD ["redis-inventory", "check", "."]
