use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use futures_util::SinkExt;
use futures_util::stream::SplitSink;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes.
pub const MAX_UNREAD_BYTES: usize = 1024 * 1024;

/// How many messages are written before the rest of the connection gets its turn.
const BATCH: usize = 64;

/// One connection, as those see it who send to it. Sending never waits, so that a slow reader costs
/// nobody but itself: the channel has no bound of its own, because it would count messages and not
/// bytes.
pub struct Member {
    outbox: UnboundedSender<Message>,
    unread_bytes: AtomicUsize,
    overflow: Notify,
}

/// What one connection has still to be sent.
pub struct Outbox {
    member: Arc<Member>,
    messages: UnboundedReceiver<Message>,
}

impl Member {
    pub fn new() -> (Arc<Self>, Outbox) {
        let (sender, messages) = unbounded_channel();
        let member = Arc::new(Self {
            outbox: sender,
            unread_bytes: AtomicUsize::new(0),
            overflow: Notify::new(),
        });
        let outbox = Outbox {
            member: Arc::clone(&member),
            messages,
        };
        (member, outbox)
    }

    pub fn send(&self, text: impl Into<Utf8Bytes>) {
        let text = text.into();
        let bytes = text.len();
        let unread = self.unread_bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if unread > MAX_UNREAD_BYTES {
            // Whatever is written meanwhile, what comes later is not queued in the place of this one.
            self.unread_bytes
                .fetch_max(usize::MAX / 2, Ordering::Relaxed);
            self.overflow.notify_one();
        } else {
            self.queue(Message::Text(text));
        }
    }

    pub fn ping(&self) {
        self.queue(Message::Ping(Bytes::new()));
    }

    pub fn close(&self, reason: &'static str) {
        self.queue(Message::Close(Some(CloseFrame {
            code: close_code::AWAY,
            reason: Utf8Bytes::from_static(reason),
        })));
    }

    /// Returns once the connection has left more unread than it may.
    pub async fn overflow(&self) {
        self.overflow.notified().await;
    }

    fn queue(&self, message: Message) {
        // An error says that the connection has ended, and then nobody waits for the message.
        let _ = self.outbox.send(message);
    }
}

impl Outbox {
    /// Writes everything in order, several messages a system call when several wait. Returns when
    /// the connection is broken.
    pub async fn write_to(mut self, mut socket: SplitSink<WebSocket, Message>) {
        let mut batch = Vec::with_capacity(BATCH);
        while self.messages.recv_many(&mut batch, BATCH).await > 0 {
            for message in batch.drain(..) {
                let bytes = match &message {
                    Message::Text(text) => text.len(),
                    _ => 0,
                };
                if socket.feed(message).await.is_err() {
                    return;
                }
                self.member.unread_bytes.fetch_sub(bytes, Ordering::Relaxed);
            }
            if socket.flush().await.is_err() {
                return;
            }
        }
    }
}
