package main

import (
	"context"
	"net/http"
	"time"

	gorilla "github.com/gorilla/websocket"
)

// controlTimeout is how long a ping or a close frame may wait for the write before it.
const controlTimeout = 5 * time.Second

// gorillaLibrary is github.com/gorilla/websocket: a text becomes a frame once, for all sockets.
type gorillaLibrary struct {
	upgrader gorilla.Upgrader
}

func (l *gorillaLibrary) accept(w http.ResponseWriter, r *http.Request) (socket, error) {
	conn, err := l.upgrader.Upgrade(w, r, nil)
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(maxMessageBytes)
	s := &gorillaSocket{conn: conn, pongs: make(chan struct{}, 1)}
	conn.SetPongHandler(s.ponged)
	return s, nil
}

func (*gorillaLibrary) message(text []byte) *message {
	prepared, err := gorilla.NewPreparedMessage(gorilla.TextMessage, text)
	if err != nil {
		panic(err) // a text can always be framed
	}
	return &message{size: len(text), prepared: prepared}
}

type gorillaSocket struct {
	conn  *gorilla.Conn
	pongs chan struct{}
}

func (s *gorillaSocket) read() ([]byte, bool, error) {
	kind, content, err := s.conn.ReadMessage()
	return content, kind == gorilla.TextMessage, err
}

func (s *gorillaSocket) write(msg *message) error {
	return s.conn.WritePreparedMessage(msg.prepared)
}

func (s *gorillaSocket) ping(ctx context.Context) error {
	err := s.conn.WriteControl(gorilla.PingMessage, nil, time.Now().Add(controlTimeout))
	if err != nil {
		return err
	}
	select {
	case <-s.pongs:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A peer may send pongs unasked; nobody waits for these.
func (s *gorillaSocket) ponged(string) error {
	select {
	case s.pongs <- struct{}{}:
	default:
	}
	return nil
}

// The peer's answer ends the connection.
func (s *gorillaSocket) close(reason string) {
	goodBye := gorilla.FormatCloseMessage(gorilla.CloseGoingAway, reason)
	_ = s.conn.WriteControl(gorilla.CloseMessage, goodBye, time.Now().Add(controlTimeout))
}

func (s *gorillaSocket) cut() {
	_ = s.conn.Close()
}
