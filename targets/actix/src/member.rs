use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::web::Bytes;
use actix_ws::{CloseCode, CloseReason, Message, Session};
use bytestring::ByteString;
use futures_util::SinkExt;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes.
pub const MAX_UNREAD_BYTES: usize = 1024 * 1024;

/// One connection, as those see it who send to it, on whatever worker. Sending never waits, so that
/// a slow reader costs nobody but itself: the channel has no bound of its own, because it would count
/// messages and not bytes.
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

    pub fn send(&self, text: impl Into<ByteString>) {
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

    pub fn pong(&self, payload: Bytes) {
        self.queue(Message::Pong(payload));
    }

    pub fn close(&self, reason: &str) {
        self.queue(Message::Close(Some(CloseReason {
            code: CloseCode::Away,
            description: Some(reason.to_owned()),
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
    /// Writes everything in order; what waits goes out in one system call. Returns when the connection
    /// is broken. The session takes some messages ahead of the socket.
    pub async fn write_to(mut self, mut session: Session) {
        while let Some(message) = self.messages.recv().await {
            let bytes = match &message {
                Message::Text(text) => text.len(),
                _ => 0,
            };
            if session.send(message).await.is_err() {
                return;
            }
            self.member.unread_bytes.fetch_sub(bytes, Ordering::Relaxed);
        }
    }
}
