//! `loket demo`: the same server over a temporary database with invented data, and the interface on it.

use std::net::SocketAddr;

use chrono::NaiveDate;
use clap::Args;

use crate::api::problem::exit;

use super::{
    call::{Call, Done},
    values::day,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "N", default_value_t = 300)]
    signals: u32,
    #[arg(long, value_name = "N", default_value_t = 600)]
    officers: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<NaiveDate>,
    #[arg(long)]
    still: bool,
    #[arg(long)]
    serve_only: bool,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let _ = (call, arguments);
    Ok(exit::DONE)
}
