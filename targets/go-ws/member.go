package main

import (
	"context"
	"log/slog"
	"time"
)

const pingInterval = 30 * time.Second

// member is one connection, as those see it who send to it.
type member struct {
	socket socket
	outbox *outbox
}

func newMember(s socket) *member {
	return &member{socket: s, outbox: newOutbox()}
}

// send never waits, so that a slow reader costs nobody but itself.
func (m *member) send(msg *message) {
	if !m.outbox.put(msg) {
		slog.Warn("cut a slow reader", "unread_bytes_over", maxUnreadBytes)
		// Not here, because who publishes would wait for the connection's end.
		go m.socket.cut()
	}
}

// writeAll empties the outbox, in order, until one of the two ends.
func (m *member) writeAll() {
	var batch []*message
	for {
		batch = m.outbox.take(batch)
		if batch == nil {
			return
		}
		for _, msg := range batch {
			if err := m.socket.write(msg); err != nil {
				// The peer has gone; whoever reads hears of it by this.
				m.socket.cut()
				return
			}
			m.outbox.written(msg)
		}
	}
}

// keepAlive pings, and cuts a peer that has not answered when the next ping is due.
func (m *member) keepAlive(ctx context.Context) {
	due := time.NewTicker(pingInterval)
	defer due.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-due.C:
		}
		if err := m.ping(ctx); err != nil {
			m.socket.cut()
			return
		}
	}
}

func (m *member) ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, pingInterval)
	defer cancel()
	return m.socket.ping(ctx)
}

// end cuts the connection if it is still open.
func (m *member) end() {
	m.outbox.end()
	m.socket.cut()
}
