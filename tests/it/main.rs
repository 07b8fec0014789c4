//! The one integration-test binary. Each module tells one story; `support` starts the real parts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::type_complexity)]

mod attack;
mod client;
mod command_line;
#[macro_use]
mod conformance;
mod documents;
mod flow;
mod golden;
mod harvest;
mod identity;
mod interface;
mod kill;
mod maintenance;
mod moving;
mod nemesis;
mod papers;
mod plain;
mod register;
mod support;
mod terminal;
mod terms;
mod tidy;
