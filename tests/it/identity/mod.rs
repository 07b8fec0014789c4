//! Who calls: tokens of a provider, forged ones, sessions and their end.

mod forged;
mod keys;
mod lapses;
mod login;
mod sessions;
mod staying;
