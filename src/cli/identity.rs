//! `loket identity`: the file that says who signs in, checked; and the same file kept up with while the server runs.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use clap::{Args, Subcommand};
use tokio::sync::watch;

use crate::{api::problem::exit, locale::Texts, server::identity::Provider};

use super::{
    call::{Call, Done, Stop},
    config::Fault,
    identity_file::read,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Check(Check),
}

#[derive(Args)]
pub(super) struct Check {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(call: &mut Call, Command::Check(arguments): Command) -> Done {
    match read(&arguments.file) {
        Ok(provider) => {
            let roles = provider.mapping.roles.len();
            call.say("cli-identity-good", &[("issuer", provider.issuer.into()), ("count", roles.into())]);
            Ok(exit::DONE)
        }
        Err(faults) => {
            tell(call, &faults);
            Ok(exit::CONFIGURATION)
        }
    }
}

fn tell(call: &mut Call, faults: &[Fault]) {
    for fault in faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
}

/// The provider of the file, to start a server with, and what keeps it up to date.
pub(super) fn followed(call: &mut Call, file: &Path) -> Result<Followed, Stop> {
    let changed = stamp(file);
    match read(file) {
        Ok(provider) => {
            let (news, provider) = watch::channel(Arc::new(provider));
            Ok(Followed { provider, news, file: file.to_owned(), changed })
        }
        Err(faults) => {
            tell(call, &faults);
            Err(Stop::Said("cli-identity-broken", vec![("file", file.display().to_string().into())], exit::CONFIGURATION))
        }
    }
}

/// How often it is looked at whether the file was saved.
const LOOK: Duration = Duration::from_secs(2);

/// A provider whose file is looked at while the server runs.
pub(super) struct Followed {
    /// The provider as it counts now.
    pub provider: watch::Receiver<Arc<Provider>>,
    news: watch::Sender<Arc<Provider>>,
    file: PathBuf,
    changed: Option<(SystemTime, u64)>,
}

impl Followed {
    /// Takes over what is saved, as long as it is polled; what is broken is told in the log, and the old goes on counting.
    pub(super) async fn follow(mut self, texts: Texts) {
        loop {
            tokio::time::sleep(LOOK).await;
            let now = stamp(&self.file);
            if now == self.changed {
                continue;
            }
            self.changed = now;
            match read(&self.file) {
                Ok(provider) => {
                    tracing::info!(issuer = provider.issuer, "the identity file was saved and counts");
                    self.news.send_replace(Arc::new(provider));
                }
                Err(faults) => {
                    for fault in faults {
                        let (place, words) = (fault.place(), fault.say(&texts));
                        tracing::error!(%place, %words, "the identity file has a mistake; what was read before goes on counting");
                    }
                }
            }
        }
    }
}

fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(file).ok()?;
    Some((about.modified().ok()?, about.len()))
}
