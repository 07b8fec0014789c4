//! `loket serve`: the backend, until it is told to stop.

use std::{future::poll_fn, net::SocketAddr, path::PathBuf, task::Poll};

use clap::Args;
use tokio::net::TcpListener;

use crate::{
    api::problem::exit,
    client::Session,
    locale::Texts,
    server::{Options, RequestLimits, Server, audit::heads::Places},
};

use super::{
    call::{Call, Done, Stop, all_cores},
    database::Database,
    identity,
    log::Log,
    mail_settings, processing, retention_file, stationery,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    database: Database,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7480")]
    listen: SocketAddr,
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    #[command(flatten)]
    log: Log,
    #[arg(long, value_name = "FILE")]
    audit_heads: Option<PathBuf>,
    #[arg(long, value_name = "SOCKET", num_args = 0..=1, default_missing_value = "/dev/log")]
    audit_syslog: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    retention: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    processing_log: Option<String>,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let options = arguments.database.options(call)?;
    arguments.log.start(call);
    let (stationery, faults) = stationery::read(call);
    for fault in &faults {
        // The paper is made all the same, by the default.
        let said = fault.report(&call.texts);
        tracing::warn!(place = %fault.place(), "a template for papers has a mistake; the default counts in its place");
        call.message(&said);
    }
    let identity = arguments.identity.as_ref().map(|file| identity::followed(call, file)).transpose()?;
    let provider = identity.as_ref().map(|followed| followed.provider.clone());
    let retention_file = arguments.retention.clone().or_else(|| call.edge.variable("LOKET_RETENTION").map(PathBuf::from));
    let retention = retention_file::read(call, retention_file.as_deref())?;
    let place = |given: &Option<PathBuf>, name| given.clone().or_else(|| call.edge.variable(name).map(PathBuf::from));
    let heads = Places {
        file: place(&arguments.audit_heads, "LOKET_AUDIT_HEADS"),
        syslog: place(&arguments.audit_syslog, "LOKET_AUDIT_SYSLOG"),
    };
    let local_accounts = call.config.local_accounts.value;
    let mail = mail_settings::read(call)?;
    let limits = RequestLimits { person: call.config.requests_per_person.value, address: call.config.requests_per_address.value };
    let options = Options { stationery, heads, provider, mail, retention, local_accounts, limits, ..options };
    // A collector may ask for a token; it is never an argument.
    let token = call.edge.variable("LOKET_PROCESSING_TOKEN").unwrap_or_default();
    let collector = match arguments.processing_log.clone().or_else(|| call.edge.variable("LOKET_PROCESSING_LOG")) {
        Some(url) => Some(Session::new(&url, token.trim().into(), call.config.language.value)?),
        None => None,
    };
    let texts = Texts::new(call.config.language.value);
    call.say("notice-no-real-data", &[]);
    let mut stop = call.stop();
    all_cores()?.block_on(async {
        let server = Server::open(options).await?;
        let listener = listen(arguments.listen).await?;
        // Polled once, so that the handlers of the signals stand before anybody hears that there is something to stop.
        if poll_fn(|context| Poll::Ready(stop.as_mut().poll(context).is_ready())).await {
            return Ok(exit::DONE);
        }
        let sending = collector.map(|collector| tokio::spawn(processing::send(server.store().clone(), collector)));
        let address = listener.local_addr().map_or_else(|_| arguments.listen.to_string(), |address| address.to_string());
        call.say("cli-serving", &[("address", address.into())]);
        if let Some(followed) = identity {
            tokio::spawn(followed.follow(texts));
        }
        let served = server.serve(listener, stop).await;
        if let Some(sending) = sending {
            sending.abort();
        }
        served.map_err(|error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NO_SERVER))?;
        Ok(exit::DONE)
    })
}

/// Opens the port; says which one cannot be had.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        let values = vec![("address", address.to_string().into()), ("detail", error.to_string().into())];
        Stop::Said("cli-cannot-listen", values, exit::NO_SERVER)
    })
}
