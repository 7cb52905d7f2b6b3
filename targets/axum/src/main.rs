//! A shared whiteboard over WebSocket with axum, boards in memory.

mod boards;
mod connection;
mod member;
mod messages;

use std::env;
use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::response::Response;
use axum::routing::{any, get};
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::info;

use boards::Boards;

const MAX_MESSAGE_BYTES: usize = 64 * 1024;

/// What a connection buffers before it writes to its socket: some 50 strokes of 300 bytes a system
/// call. axum's default of 128 KiB would be that much more that a slow reader may leave unread.
const WRITE_BUFFER_BYTES: usize = 16 * 1024;

/// axum's default of 128 KiB is allocated for each connection.
const READ_BUFFER_BYTES: usize = 8 * 1024;

const STOP_GRACE: Duration = Duration::from_secs(2);

/// What all connections share.
#[derive(Clone)]
struct Server {
    boards: Arc<Boards>,
    connections: TaskTracker,
    stopping: CancellationToken,
}

fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_ansi(false).init();
    let workers: usize = setting("WORKERS", "0").parse()?;
    let mut threads = runtime::Builder::new_multi_thread();
    threads.enable_all();
    if workers > 0 {
        threads.worker_threads(workers);
    }
    threads.build()?.block_on(run())
}

/// Serves until SIGTERM or an interrupt.
async fn run() -> Result<(), Box<dyn Error>> {
    let address = format!(
        "{}:{}",
        setting("HOST", "127.0.0.1"),
        setting("PORT", "8080")
    );
    let server = Server {
        boards: Arc::default(),
        connections: TaskTracker::new(),
        stopping: CancellationToken::new(),
    };
    let router = Router::new()
        .route("/health", get(|| async {}))
        .route("/ws", any(upgrade))
        .with_state(server.clone());
    // A stroke must not wait for the acknowledgement of the one before it.
    let listener = TcpListener::bind(&address).await?.tap_io(|socket| {
        let _ = socket.set_nodelay(true);
    });
    info!("listening on {address}");

    let mut serving = Box::pin(
        axum::serve(listener, router)
            .with_graceful_shutdown(server.stopping.clone().cancelled_owned())
            .into_future(),
    );
    tokio::select! {
        ended = &mut serving => return Ok(ended?),
        caught = asked_to_stop() => caught?,
    }
    server.stopping.cancel();
    server.connections.close();
    // Whoever has not answered the close frame by then is cut with the process.
    let _ = timeout(STOP_GRACE, async {
        let _ = serving.await;
        server.connections.wait().await;
    })
    .await;
    Ok(())
}

async fn upgrade(State(server): State<Server>, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .max_message_size(MAX_MESSAGE_BYTES)
        .max_frame_size(MAX_MESSAGE_BYTES)
        .write_buffer_size(WRITE_BUFFER_BYTES)
        .read_buffer_size(READ_BUFFER_BYTES)
        .on_upgrade(move |socket| {
            let connections = server.connections.clone();
            connections.track_future(connection::serve(socket, server.boards, server.stopping))
        })
}

async fn asked_to_stop() -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

fn setting(name: &str, otherwise: &str) -> String {
    env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}
