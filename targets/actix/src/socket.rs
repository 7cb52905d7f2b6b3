use std::any::Any;
use std::net::{self, Shutdown};
use std::os::fd::AsFd;
use std::sync::Arc;

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;

/// A second handle on a connection's socket. actix-web has no word for ending a connection whose
/// peer does not read: it would wait until all that it has taken is written.
pub struct Socket(net::TcpStream);

/// Puts the socket where its requests find it. Where no file descriptor is left for it, they do not.
pub fn remember(connection: &dyn Any, data: &mut Extensions) {
    if let Some(stream) = connection.downcast_ref::<TcpStream>() {
        // A stroke must not wait for the acknowledgement of the one before it.
        let _ = stream.set_nodelay(true);
        if let Ok(second) = stream.as_fd().try_clone_to_owned() {
            data.insert(Arc::new(Socket(net::TcpStream::from(second))));
        }
    }
}

impl Socket {
    /// Ends the connection in both directions; actix-web then hears of it, and lets go of it.
    pub fn cut(&self) {
        // An error says that it has ended already.
        let _ = self.0.shutdown(Shutdown::Both);
    }
}
