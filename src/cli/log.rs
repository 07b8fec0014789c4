//! The log of `loket serve`: one line per request and per event of the process, on standard error, in English.
//!
//! It never holds a path with its ids, a query, a body, a name or a token: see `server::routes::finish` for what a request tells.

use clap::Args;
use tracing_subscriber::{EnvFilter, fmt::time::ChronoUtc};

use crate::domain::role::coded_enum;

use super::{call::Call, values::codes};

coded_enum!(
    /// How much is told.
    Level {
        /// Only what broke.
        Error = "error",
        /// Also what deserves a look.
        Warn = "warn",
        /// Also every request.
        Info = "info",
        /// Also what explains a fault.
        Debug = "debug",
    }
);

coded_enum!(
    /// What a line looks like.
    Format {
        /// For people.
        Text = "text",
        /// For programs: an object a line.
        Json = "json",
    }
);

#[derive(Args)]
pub(super) struct Log {
    #[arg(long, value_name = "LEVEL", value_parser = codes!(Level))]
    log_level: Option<Level>,
    #[arg(long, value_name = "text|json", value_parser = codes!(Format), default_value = "text")]
    log_format: Format,
}

impl Log {
    /// Starts the log of this process; a second one changes nothing.
    pub(super) fn start(&self, call: &mut Call) {
        let wished = call.edge.variable("LOKET_LOG");
        let named = wished.as_deref().and_then(Level::from_code);
        if let (None, None, Some(wished)) = (self.log_level, named, wished) {
            call.say("config-variable", &[("key", "LOKET_LOG".into()), ("value", wished.into())]);
        }
        let level = self.log_level.or(named).unwrap_or(Level::Info);
        // Libraries may print statements and addresses: only their faults are wanted.
        let filter = EnvFilter::new(format!("error,loket={}", level.code()));
        let lines = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_timer(ChronoUtc::rfc_3339())
            .with_ansi(false)
            .with_target(false)
            .with_writer(std::io::stderr);
        let started = match self.log_format {
            Format::Text => lines.try_init(),
            Format::Json => lines.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
        };
        // Only tests serve twice in one process; the first log counts.
        drop(started);
    }
}
