//! What a network, a disk and colleagues do at the worst moment: nothing acknowledged is lost, nothing is done twice.

mod cuts;
mod drill;
mod edits;
mod failover;
mod full;
mod replies;
mod rolling;
