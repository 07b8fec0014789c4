//! `loket policy`: who may do what, as the server applies it.

use clap::Args;

use crate::api::problem::exit;

use super::call::{Call, Done};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let _ = (call, arguments.json);
    Ok(exit::DONE)
}
