//! Looks at how a connection is protected: the version of TLS and the end of the certificate. Sends no request.

use std::{
    net::{TcpStream, ToSocketAddrs},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, Utc};
use reqwest::Url;
use rustls::{ClientConfig, ClientConnection, pki_types::ServerName};
use rustls_platform_verifier::BuilderVerifierExt;

use super::certificate;

/// For a connection and for each part of it.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was seen.
pub(super) struct Seen {
    /// `TLS 1.3`.
    pub version: &'static str,
    /// The end of the server's certificate, if it could be read.
    pub until: Option<DateTime<Utc>>,
}

/// Looks at `https://host[:port]`, past no proxy.
///
/// # Errors
/// Why it could not be seen, in the words of the system.
pub(super) fn look(server: &str) -> Result<Seen, String> {
    let url = Url::parse(server).map_err(|error| error.to_string())?;
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let port = url.port_or_known_default().unwrap_or(443);
    let said = |error: &dyn std::fmt::Display| error.to_string();
    let address = (host.as_str(), port).to_socket_addrs().map_err(|error| said(&error))?.next();
    let address = address.ok_or_else(|| "no address".to_owned())?;
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).map_err(|error| said(&error))?;
    stream
        .set_read_timeout(Some(PATIENCE))
        .and_then(|()| stream.set_write_timeout(Some(PATIENCE)))
        .map_err(|error| said(&error))?;
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_platform_verifier())
        .map_err(|error| said(&error))?
        .with_no_client_auth();
    let name = ServerName::try_from(host).map_err(|error| said(&error))?;
    let mut connection = ClientConnection::new(Arc::new(config), name).map_err(|error| said(&error))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream).map_err(|error| said(&error))?;
    }
    let version = match connection.protocol_version() {
        Some(rustls::ProtocolVersion::TLSv1_3) => "TLS 1.3",
        Some(rustls::ProtocolVersion::TLSv1_2) => "TLS 1.2",
        _ => "TLS",
    };
    let until = connection.peer_certificates().and_then(|all| all.first()).and_then(|first| certificate::end(first));
    Ok(Seen { version, until })
}
