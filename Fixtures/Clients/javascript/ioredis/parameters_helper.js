module.exports = function create({ redis }) {
  return {
    list() {
      return redis.lrange("items", 0, -1); // want LRANGE "items"
    },
  };
};

module.exports.remove = (client, id) => client.del(`saved:${id}`); // want DEL "saved:{}"
