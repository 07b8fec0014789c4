//! What a network, a disk and colleagues do at the worst moment: nothing acknowledged is lost, nothing is done twice.

mod cuts;
mod edits;
mod full;
mod replies;
mod stopped;
