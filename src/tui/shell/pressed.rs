//! What was pressed and waits, on its way to the sender and back.

use std::sync::mpsc::Sender;

use chrono::{DateTime, Utc};
use tokio::sync::oneshot::error::RecvError;

use super::{Event, network::Line};
use crate::{
    api::signal::{NewContactMoment, NewNote, Origin},
    client::{
        Failure, Session, Write,
        outbox::{Outcome, Pending, Refused, Told},
    },
    domain::ids::IdempotencyKey,
    tui::app::message::{Answer, Call, DraftTold, Kept, Msg, Sent, SentInVain},
};

/// What the sender tells, as messages.
pub(super) fn waiting(events: Sender<Event>) -> impl FnMut(Told) {
    move |told| {
        let sent = |pending: Pending| Sent { slot: pending.slot, key: pending.write.key };
        let message = match told {
            Told::Waiting(count) => Msg::Waiting(count),
            Told::Dropped(gone) => Msg::DraftTold(DraftTold::NotSent(gone)),
            Told::Settled { saved, refused, elsewhere } => {
                let vain =
                    |one: Refused| SentInVain { sent: sent(one.pending), words: one.why, draft: one.draft, same: one.same };
                Msg::Resent {
                    saved: saved.into_iter().map(sent).collect(),
                    refused: refused.into_iter().map(vain).collect(),
                    elsewhere: elsewhere.into_iter().map(sent).collect(),
                }
            }
        };
        let _ = events.send(Event::Message(Box::new(message)));
    }
}

/// The write of what waits on disk until its outcome is known ([`Call::waits`]).
pub(super) fn written(call: &Call, key: IdempotencyKey) -> Option<Write> {
    Some(match call {
        Call::Note { signal, text } => Write::note(key, *signal, &NewNote { text: text.clone(), origin: Origin::Typed }),
        Call::Contact { signal, contact, officer } => {
            Write::contact_moment(key, *signal, &NewContactMoment { contact: contact.clone(), officer: *officer })
        }
        Call::Create(new) => Write::create_signal(key, new),
        _ => return None,
    })
}

pub(super) fn pending(line: &Line, write: Write, call: &Call, draft: Option<Kept>, made_at: DateTime<Utc>) -> Pending {
    let (slot, text) = draft.or_else(|| call.as_draft()).map(|draft| (draft.slot, draft.text)).unzip();
    let (slot, server) = (slot.unwrap_or_default(), line.session.server().to_owned());
    Pending { write, server, account: None, token: None, made_at, slot, draft: text, refused: false }
}

/// What came of a press. A sender that is gone has told nothing: whether it was done is not known.
pub(super) fn outcome(line: &Line, outcome: Result<Outcome, RecvError>) -> Result<Answer, Failure> {
    match outcome {
        Ok(Outcome::Saved(answer)) => saved(&line.session, answer),
        Ok(Outcome::Waits) => Ok(Answer::Waits),
        Ok(Outcome::Dropped) => Ok(Answer::Dropped),
        Ok(Outcome::Failed(failure)) => Err(failure),
        Err(_) => Err(Failure::Cut { server: line.session.server().to_owned(), writing: true }),
    }
}

/// A new signal comes with what became of it; every other write with the signal itself.
fn saved(session: &Session, answer: serde_json::Value) -> Result<Answer, Failure> {
    let signal = answer.get("item").cloned().unwrap_or(answer);
    let signal = serde_json::from_value(signal)
        .map_err(|error| Failure::WrongServer { server: session.server().to_owned(), answer: error.to_string() })?;
    Ok(Answer::Signal(Box::new(signal)))
}
