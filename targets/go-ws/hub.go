package main

import "sync"

// hub knows who is on which board. A board exists while it has members.
type hub struct {
	mu     sync.RWMutex
	boards map[string]*board
}

// board has a lock of its own, so that who joins one does not wait for what is published to another.
type board struct {
	mu      sync.RWMutex
	members map[*member]struct{}
}

func newHub() *hub {
	return &hub{boards: make(map[string]*board)}
}

// join returns when every message that is published to the board from then on reaches the member.
func (h *hub) join(boardID string, m *member) {
	h.mu.Lock()
	defer h.mu.Unlock()
	joined := h.boards[boardID]
	if joined == nil {
		joined = &board{members: make(map[*member]struct{})}
		h.boards[boardID] = joined
	}
	joined.mu.Lock()
	defer joined.mu.Unlock()
	joined.members[m] = struct{}{}
}

func (h *hub) leave(boardID string, m *member) {
	h.mu.Lock()
	defer h.mu.Unlock()
	left := h.boards[boardID]
	if left == nil {
		return
	}
	left.mu.Lock()
	defer left.mu.Unlock()
	delete(left.members, m)
	if len(left.members) == 0 {
		delete(h.boards, boardID)
	}
}

// publish sends every member this very message. It never waits for one of them.
func (h *hub) publish(boardID string, msg *message) {
	h.mu.RLock()
	to := h.boards[boardID]
	h.mu.RUnlock()
	if to == nil {
		return
	}
	to.mu.RLock()
	defer to.mu.RUnlock()
	for m := range to.members {
		m.send(msg)
	}
}
