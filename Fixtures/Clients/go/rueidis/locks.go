package build

import (
	"context"
	"time"

	"github.com/redis/rueidis"
	"github.com/redis/rueidis/rueidisaside"
	"github.com/redis/rueidis/rueidislock"
)

func locked(ctx context.Context) error {
	locker, err := rueidislock.NewLocker(rueidislock.LockerOption{KeyMajority: 1})
	if err != nil {
		return err
	}
	defer locker.Close()
	_, cancel, err := locker.WithContext(ctx, "my_lock") // want LOCK* "my_lock"
	if err != nil {
		return err
	}
	defer cancel()
	locker.Client().Do(ctx, locker.Client().B().Get().Key("guarded").Build()) // want GET "guarded"
	return nil
}

func aside(ctx context.Context) (string, error) {
	client, err := rueidisaside.NewClient(rueidisaside.ClientOption{ClientOption: rueidis.ClientOption{}})
	if err != nil {
		return "", err
	}
	return client.Get(ctx, time.Minute, "aside", func(ctx context.Context, key string) (string, error) { // want GET "aside"
		return "value", nil
	})
}
