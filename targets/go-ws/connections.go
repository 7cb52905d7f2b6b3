package main

import (
	"context"
	"net/http"
	"sync"
)

// connections serves all of them.
type connections struct {
	library library
	hub     *hub

	mu      sync.Mutex
	members map[*member]struct{}
	served  sync.WaitGroup
}

func newConnections(l library) *connections {
	return &connections{library: l, hub: newHub(), members: make(map[*member]struct{})}
}

// serve returns when the connection has ended.
func (c *connections) serve(w http.ResponseWriter, r *http.Request) {
	s, err := c.library.accept(w, r)
	if err != nil {
		return // the library has answered the request
	}
	m := newMember(s)
	c.add(m)
	defer c.remove(m)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go m.writeAll()
	go m.keepAlive(ctx)
	defer m.end()
	c.readAll(m)
}

// readAll does what the peer asks for, until its connection ends.
func (c *connections) readAll(m *member) {
	joined := make(map[string]struct{})
	defer func() {
		for boardID := range joined {
			c.hub.leave(boardID, m)
		}
	}()
	for {
		text, isText, err := m.socket.read()
		if err != nil {
			return
		}
		asked, refused := parse(text, isText)
		switch {
		case refused != nil:
			m.send(c.library.message(errorAnswer(refused)))
		case asked.join:
			c.hub.join(asked.boardID, m)
			joined[asked.boardID] = struct{}{}
			m.send(c.library.message(joinedAnswer(asked)))
		default:
			c.hub.publish(asked.boardID, c.library.message(text))
		}
	}
}

func (c *connections) add(m *member) {
	c.served.Add(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.members[m] = struct{}{}
}

func (c *connections) remove(m *member) {
	c.mu.Lock()
	delete(c.members, m)
	c.mu.Unlock()
	c.served.Done()
}

// close says good-bye to all peers, and returns when all connections have ended, or with the context.
func (c *connections) close(ctx context.Context) {
	c.mu.Lock()
	for m := range c.members {
		go m.socket.close("server is stopping")
	}
	c.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		c.served.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
	}
}
