use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use futures_util::StreamExt;
use tokio::time::{Instant, MissedTickBehavior, interval_at};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::boards::{Boards, Joined};
use crate::member::{MAX_UNREAD_BYTES, Member};
use crate::messages::{self, Request};

const PING_INTERVAL: Duration = Duration::from_secs(30);

/// Serves one connection until it ends: one task reads, writes and pings. What is dropped with it
/// closes the connection.
pub async fn serve(socket: WebSocket, boards: Arc<Boards>, stopping: CancellationToken) {
    let (sink, mut stream) = socket.split();
    let (member, outbox) = Member::new();
    let mut joined = Joined::new(Arc::clone(&boards), Arc::clone(&member));
    let mut writing = pin!(outbox.write_to(sink));
    let mut overflow = pin!(member.overflow());
    let mut stopping = pin!(stopping.cancelled());
    let mut said_good_bye = false;
    let mut pings = interval_at(Instant::now() + PING_INTERVAL, PING_INTERVAL);
    pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut alive = true;

    loop {
        tokio::select! {
            biased;
            () = &mut overflow => {
                warn!("cut a slow reader: over {MAX_UNREAD_BYTES} bytes unread");
                return;
            }
            () = &mut writing => return,
            received = stream.next() => match received {
                Some(Ok(Message::Text(text))) => handle(&text, &boards, &member, &mut joined),
                Some(Ok(Message::Binary(_))) => {
                    member.send(messages::error("binary frames are not allowed"));
                }
                Some(Ok(Message::Pong(_))) => alive = true,
                // axum answers these itself.
                Some(Ok(Message::Ping(_) | Message::Close(_))) => {}
                // A reset, a message over the limit, invalid UTF-8, or the end.
                Some(Err(_)) | None => return,
            },
            // The peer's answer ends the stream.
            () = &mut stopping, if !said_good_bye => {
                said_good_bye = true;
                member.close("server is stopping");
            }
            _ = pings.tick() => {
                if !alive {
                    return;
                }
                alive = false;
                member.ping();
            }
        }
    }
}

fn handle(text: &Utf8Bytes, boards: &Boards, member: &Member, joined: &mut Joined) {
    match messages::parse(text) {
        Ok(Request::Join { board_id, user_id }) => {
            joined.join(&board_id);
            member.send(messages::joined(&board_id, &user_id));
        }
        Ok(Request::Publish { board_id }) => boards.publish(&board_id, text),
        Err(reason) => member.send(messages::error(reason)),
    }
}
