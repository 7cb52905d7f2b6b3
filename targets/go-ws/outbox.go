package main

import "sync"

// maxUnreadBytes is what one connection may leave unread before it is cut: some 3,000 strokes of
// 300 bytes.
const maxUnreadBytes = 1 << 20

// outbox is what one connection has still to be sent. Whoever puts a message in never waits; one
// goroutine takes them out, in order.
type outbox struct {
	mu      sync.Mutex
	changed sync.Cond
	waiting []*message
	unread  int // bytes of what waits or is being written
	ended   bool
}

func newOutbox() *outbox {
	o := &outbox{}
	o.changed.L = &o.mu
	return o
}

// put adds a message, unless the outbox has ended. It returns false, once, when more is unread with
// this message than is allowed: then the outbox has ended.
func (o *outbox) put(msg *message) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.ended {
		return true
	}
	o.unread += msg.size
	if o.unread > maxUnreadBytes {
		o.endLocked()
		return false
	}
	o.waiting = append(o.waiting, msg)
	o.changed.Signal()
	return true
}

// take waits for messages and returns all that wait, or none when the outbox has ended. The batch
// that it returned before becomes the place of the next messages.
func (o *outbox) take(before []*message) []*message {
	clear(before)
	o.mu.Lock()
	defer o.mu.Unlock()
	for len(o.waiting) == 0 && !o.ended {
		o.changed.Wait()
	}
	if o.ended {
		return nil
	}
	batch := o.waiting
	o.waiting = before[:0]
	return batch
}

// written says that one of the messages that were taken is unread no more.
func (o *outbox) written(msg *message) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.unread -= msg.size
}

// end lets nothing in or out any more.
func (o *outbox) end() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.endLocked()
}

func (o *outbox) endLocked() {
	o.ended = true
	o.waiting = nil
	o.changed.Broadcast()
}
