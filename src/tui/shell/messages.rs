//! What is asked about messages.

use crate::{
    api::message::MessageDetail,
    client::{Failure, Session, Write},
    domain::ids::IdempotencyKey,
    tui::app::messages::MessageCall,
};

pub(super) async fn ask(session: &Session, key: IdempotencyKey, call: MessageCall) -> Result<MessageDetail, Failure> {
    let write = match call {
        MessageCall::Write(signal, new) => Write::write_message(key, &signal.to_string(), &new),
        MessageCall::Send { id, version, looked } => Write::send_message(key, id, version, looked),
        MessageCall::TakeBack { id, version } => Write::take_message_back(key, id, version),
    };
    session.write(&write).await
}
