#!/bin/sh
export REDISCLI_AUTH=hunter2
redis-cli -h cache -a 'pa$$hunter2' KEYS '*'
redis-cli -u "redis://:s3/hunter2@cache:6379/0" KEYS '*'
redis-cli -u 'redis://cache:6379/0?password=hunter2' FLUSHALL
redis-cli AUTH app hunter2
redis-cli ACL SETUSER app on '>hunter2' '~*' +get
redis-cli CONFIG SET requirepass hunter2
redis-cli CONFIG SET maxmemory 1gb requirepass hunter2
redis-cli MIGRATE other 6379 a 0 1000 AUTH hunter2
redis-cli --pass=hunter2 KEYS '*'
redis-cli -ahunter2 KEYS '*'
redis-cli hello 3 auth app hunter2
echo "auth hunter2" | redis-cli
redis-cli <<EOF
AUTH hunter2
EOF
redis-cli --rdb dump.rdb && cat dump.rdb | redis-cli -a hunter2 --pipe
docker run -d --name cache -e REDIS_PASSWORD=hunter2 redis:7.2 redis-server --requirepass hunter2
