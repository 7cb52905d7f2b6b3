package main

import (
	"context"
	"net/http"

	coder "github.com/coder/websocket"
)

// coderLibrary is github.com/coder/websocket: each socket makes its own frame of a text.
type coderLibrary struct{}

func (coderLibrary) accept(w http.ResponseWriter, r *http.Request) (socket, error) {
	conn, err := coder.Accept(w, r, &coder.AcceptOptions{CompressionMode: coder.CompressionDisabled})
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(maxMessageBytes)
	return &coderSocket{conn}, nil
}

func (coderLibrary) message(text []byte) *message {
	return &message{size: len(text), text: text}
}

type coderSocket struct {
	conn *coder.Conn
}

// Without a deadline, which would cost a timer a message: who does not read is cut by its outbox,
// and who is gone by its pings.
func (s *coderSocket) read() ([]byte, bool, error) {
	kind, content, err := s.conn.Read(context.Background())
	return content, kind == coder.MessageText, err
}

func (s *coderSocket) write(msg *message) error {
	return s.conn.Write(context.Background(), coder.MessageText, msg.text)
}

func (s *coderSocket) ping(ctx context.Context) error {
	return s.conn.Ping(ctx)
}

// The peer's answer, or its silence for five seconds, ends the connection.
func (s *coderSocket) close(reason string) {
	_ = s.conn.Close(coder.StatusGoingAway, reason)
}

func (s *coderSocket) cut() {
	_ = s.conn.CloseNow()
}
