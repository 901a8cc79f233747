// Package store is used by other packages.
package store

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// Default is read elsewhere.
var Default = redis.NewClient(&redis.Options{})

// Store has an exported and an unexported client.
type Store struct {
	Client redis.UniversalClient
	local  *redis.Client
}

// New takes the client from outside.
func New(client redis.UniversalClient) *Store {
	return &Store{Client: client, local: Default}
}

// Save is called from another package.
func (s *Store) Save(ctx context.Context, id string) error {
	if err := s.local.SAdd(ctx, "ids", id).Err(); err != nil { // want SADD "ids"
		return err
	}
	return s.Client.HSet(ctx, "row:"+id, "saved", true).Err() // want HSET "row:{}"
}

// Open gives a client away.
func Open() (redis.UniversalClient, error) { return Default, nil }
