//! What every request of the client has in common, to the server and to the provider.

use std::{error::Error, time::Duration};

use reqwest::Client;

use super::failure::{Failure, deepest};

/// A connection without a request is let go of after this: sooner than the server does, which would cut off a request that is just sent.
const IDLE: Duration = Duration::from_secs(45);

/// What every request of ours has in common, to this machine (`plain`) or protected.
pub(super) fn http(plain: bool, connect: Duration) -> Result<reqwest::ClientBuilder, Failure> {
    let protection = |error: &dyn Error| Failure::NoProtection { cause: deepest(error) };
    let mut builder = Client::builder()
        .user_agent(concat!("loket/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(connect)
        .pool_idle_timeout(IDLE);
    let provider = rustls::crypto::ring::default_provider();
    if plain {
        // This machine: no root certificates, no proxy, nothing to compress.
        let tls = rustls::ClientConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()
            .map_err(|error| protection(&error))?
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        builder = builder.tls_backend_preconfigured(tls).no_proxy().no_gzip().http1_only();
    } else {
        // Fails only when one is installed already, which is as good.
        let _ = provider.install_default();
    }
    Ok(builder)
}
