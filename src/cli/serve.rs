//! `loket serve`: the backend, until it is told to stop.

use std::{future::poll_fn, net::SocketAddr, path::PathBuf, task::Poll};

use clap::Args;
use tokio::net::TcpListener;

use crate::{
    api::problem::exit,
    locale::Texts,
    server::{Options, Server},
};

use super::{
    call::{Call, Done, Stop, all_cores},
    database::Database,
    identity,
    log::Log,
    stationery,
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
    let options = Options { stationery, provider, ..options };
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
        let address = listener.local_addr().map_or_else(|_| arguments.listen.to_string(), |address| address.to_string());
        call.say("cli-serving", &[("address", address.into())]);
        if let Some(followed) = identity {
            tokio::spawn(followed.follow(texts));
        }
        server
            .serve(listener, stop)
            .await
            .map_err(|error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NO_SERVER))?;
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
