package queue

import "github.com/gomodule/redigo/redis"

// Getter is what the wrapper needs of a pool.
type Getter interface{ Get() redis.Conn }

// Store gets a connection for each command.
type Store struct {
	pool   Getter
	prefix string
}

// NewStore takes the pool from outside.
func NewStore(p *redis.Pool) *Store { return &Store{pool: p, prefix: "store:"} }

func (s *Store) do(name string, args ...interface{}) (interface{}, error) {
	c := s.pool.Get()
	defer c.Close()
	return c.Do(name, args...) // want ?
}

// Save holds the connection itself.
func (s *Store) Save(id, value string) error {
	c := s.pool.Get()
	defer c.Close()
	_, err := c.Do("SET", s.prefix+id, value) // want SET "store:{}"
	return err
}

// With lends a connection.
func (s *Store) With(f func(redis.Conn) error) error {
	c := s.pool.Get()
	defer c.Close()
	return f(c)
}

func useStore() {
	s := NewStore(newPool(":6379"))
	_ = s.Save("1", "x")
	_ = s.With(func(c redis.Conn) error {
		_, err := c.Do("DEL", "lent") // want DEL "lent"
		return err
	})
}
