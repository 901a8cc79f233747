package store

// Store keeps what it is given,
// until it is asked for it.
type Store struct{}

/*
Put keeps a value.
*/
func (s *Store) Put(value string) {}

// Not about Get.

func (s *Store) Get() {}

func after() { x := 1 /* trailing */ }
func bare()  {}
