//! Who calls: tokens of a provider, forged ones, sessions and their end.

mod forged;
mod keys;
mod lapses;
mod local;
mod local_command;
mod local_limits;
mod login;
mod sessions;
mod staying;
