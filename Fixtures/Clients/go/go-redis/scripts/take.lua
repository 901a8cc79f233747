local item = redis.call("ZPOPMIN", KEYS[1]) -- want ZPOPMIN "due"
redis.call("SADD", KEYS[2], item[1]) -- want SADD "taken"
return item
