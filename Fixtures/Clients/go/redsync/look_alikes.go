package locks

import "sync"

type mutexes struct{}

func (mutexes) NewMutex(name string) *sync.Mutex { return &sync.Mutex{} }

func local() {
	var mutex sync.Mutex
	mutex.Lock()
	defer mutex.Unlock()
	other := mutexes{}.NewMutex("lock")
	other.Lock()
	other.Unlock()
}
