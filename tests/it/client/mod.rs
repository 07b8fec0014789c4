//! The client against a small server made of the wire types: live updates, retries, drafts.

mod at_hand;
mod desk;
mod events;
mod handed;
mod listed;
mod live;
mod outbox;
mod real;
mod requests;
mod sender;
