package main

import (
	"slices"
	"testing"
)

func messageOf(size int) *message { return &message{size: size} }

func TestMessagesComeOutInTheOrderInWhichTheyWentIn(t *testing.T) {
	box := newOutbox()
	sent := []*message{messageOf(1), messageOf(1), messageOf(1), messageOf(1)}

	box.put(sent[0])
	box.put(sent[1])
	first := slices.Clone(box.take(nil))
	box.put(sent[2])
	box.put(sent[3])

	if taken := slices.Concat(first, box.take(nil)); !slices.Equal(taken, sent) {
		t.Errorf("took %v, sent were %v", taken, sent)
	}
}

func TestAReaderThatLeavesTooMuchUnreadIsReportedOnceAndGetsNothingMore(t *testing.T) {
	box := newOutbox()
	if !box.put(messageOf(maxUnreadBytes)) {
		t.Error("refused what is allowed")
	}

	if box.put(messageOf(1)) {
		t.Error("took more than is allowed")
	}
	if !box.put(messageOf(1)) {
		t.Error("reported twice")
	}
	if batch := box.take(nil); batch != nil {
		t.Errorf("took %v of an outbox that has ended", batch)
	}
}

func TestWhatIsBeingWrittenCountsAsUnreadUntilItIsWritten(t *testing.T) {
	box := newOutbox()
	long := messageOf(maxUnreadBytes)
	box.put(long)
	box.take(nil)
	box.written(long)
	box.put(long)
	box.take(nil)

	if box.put(messageOf(1)) {
		t.Error("took more than is allowed")
	}
}

func TestEndingAnOutboxEndsWhoWaitsForIt(t *testing.T) {
	box := newOutbox()
	taken := make(chan []*message)
	go func() { taken <- box.take(nil) }()

	box.end()

	if batch := <-taken; batch != nil {
		t.Errorf("took %v", batch)
	}
}
