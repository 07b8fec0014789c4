//! What a network, a disk and colleagues do at the worst moment: nothing acknowledged is lost, nothing is done twice.

mod cuts;
mod drill;
mod edits;
mod failover;
mod full;
mod lockstep;
mod replies;
mod rolling;
mod statuses;
mod stopped;
