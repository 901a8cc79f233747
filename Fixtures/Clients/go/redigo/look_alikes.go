package queue

import (
	"database/sql"
	"net/http"
	"net/smtp"
	"sync"
)

type fakeConn struct{ sent []string }

func (f *fakeConn) Do(name string, args ...interface{}) (interface{}, error) { return nil, nil }
func (f *fakeConn) Send(name string, args ...interface{}) error              { return nil }

type fakePool struct{}

func (fakePool) Get() *fakeConn { return &fakeConn{} }

func lookAlikes(client *http.Client, request *http.Request, db *sql.DB, mail *smtp.Client) {
	_, _ = client.Do(request)
	_, _ = db.Exec("SET x = 1")
	_ = mail.Noop()
	var once sync.Once
	once.Do(func() {})
	objects := sync.Pool{New: func() any { return 1 }}
	_ = objects.Get()

	fake := &fakeConn{}
	fake.Do("SET", "k", 1)
	fake.Send("GET", "k")
	fakePool{}.Get().Do("DEL", "k")
}
