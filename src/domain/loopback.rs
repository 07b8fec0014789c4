//! Which addresses are this machine itself: only there may anything go unprotected.

use core::net::IpAddr;

/// Is this the host of a URL that never leaves the machine? A name but `localhost` is not: whoever answers for it may be elsewhere.
pub fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}
