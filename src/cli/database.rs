//! Which database: an option, the environment, or a file; only the last two may hold a password.

use std::path::PathBuf;

use clap::Args;

use crate::{
    api::problem::exit,
    server::{Options, Store},
};

use super::{
    call::{Call, Stop},
    values::secret_file,
};

#[derive(Args)]
pub(super) struct Database {
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "database")]
    database_file: Option<PathBuf>,
}

impl Database {
    pub(super) fn options(&self, call: &Call) -> Result<Options, Stop> {
        let (url, private) = match (&self.database, &self.database_file, call.edge.variable("LOKET_DATABASE")) {
            (Some(url), ..) => (url.clone(), false),
            (None, Some(file), _) => (secret_file(file)?.trim().to_owned(), true),
            (None, None, Some(url)) => (url, true),
            (None, None, None) => return Err(Stop::Said("cli-no-database", vec![], exit::USAGE)),
        };
        Ok(Options { database_is_private: private, ..Options::new(url) })
    }

    /// Opens a database, makes it when it is a new SQLite file, and brings its schema up to date.
    pub(super) async fn open_or_make(options: &Options) -> Result<Store, Stop> {
        Ok(Store::open(&options.database, options.database_is_private).await?)
    }

    /// Opens a database that is there; only serving makes one.
    pub(super) async fn open(options: &Options) -> Result<Store, Stop> {
        Ok(Store::open_existing(&options.database, options.database_is_private).await?)
    }
}
