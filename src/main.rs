//! The binary: arguments in, exit code out. Everything else is in the library.

use std::process::ExitCode;

use loket::cli;

fn main() -> ExitCode {
    cli::panic::install();
    ExitCode::from(cli::run(cli::Edge::of_process()))
}
