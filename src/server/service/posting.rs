//! A message under way: held by one instance while it sends it, and what came of that. Nobody calls this: the server does it by itself, for who let
//! the message go.
//!
//! Lock order: case, message, audit head, change counter. To hold a message its row alone is locked, for a moment.

use chrono::TimeDelta;

use super::{Refused, Service, meetings::json, signal_changes::stamped, write};
use crate::{
    domain::{
        message::{
            Message, MessageFailure, MessageState, RecipientRole,
            decide::{self, Change},
        },
        organisation::DESK,
        role::Role,
        signal::Signal,
        text::RawText,
    },
    server::{
        identity::{Asked, Caller},
        store::{
            StoreError,
            changes::Scope,
            messages,
            signals::{self, SignalRow, Which},
        },
    },
};

/// How long one instance holds a message: longer than sending it and writing that down may take.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// A message that this instance holds, with what only its mail shows.
#[derive(Debug, Clone)]
pub struct Posted {
    /// The message.
    pub message: Message,
    /// The address it goes to; nothing: there is none.
    pub address: Option<String>,
    /// The name it goes to.
    pub name: RawText,
    /// The Message-ID of the mail that the case came in with, where it goes to who sent that.
    pub answers: Option<String>,
}

impl Service {
    /// Takes the next message that is to be sent now; nothing: there is none, or others hold it.
    pub async fn next_message(&self) -> Result<Option<Posted>, Refused> {
        let now = self.now();
        if !messages::is_due(&mut self.store.read().await?, now).await? {
            return Ok(None);
        }
        let message = write::again!(self.try_lease())?;
        let Some(message) = message else { return Ok(None) };
        let id = message.signal.to_string();
        let signal = signals::get(&mut self.store.read().await?, Which::Id(&id)).await?;
        Ok(signal.map(|signal| posted(message, &signal)))
    }

    async fn try_lease(&self) -> Result<Option<Message>, Refused> {
        let now = self.now();
        let mut link = self.store.write().await?;
        let found = messages::lease(&mut link, now, now + LEASE).await?;
        link.commit().await?;
        Ok(found)
    }

    /// Writes down what came of it. What became of the message otherwise meanwhile stays.
    pub async fn settle_message(
        &self,
        held: &Message,
        outcome: Result<(), (MessageFailure, Option<u16>)>,
    ) -> Result<(), Refused> {
        write::again!(self.try_settle_message(held, outcome))
    }

    async fn try_settle_message(
        &self,
        held: &Message,
        outcome: Result<(), (MessageFailure, Option<u16>)>,
    ) -> Result<(), Refused> {
        let (now, id) = (self.now(), held.id.to_string());
        let mut link = self.store.write().await?;
        let Some(mut signal) = signals::lock(&mut link, Which::Id(&held.signal.to_string())).await? else { return Ok(()) };
        let Some((before, _)) = messages::lock(&mut link, &id).await? else { return Ok(()) };
        // Another instance took it after this one held it too long.
        if before.version != held.version || before.state != MessageState::Outgoing {
            return Ok(());
        }
        let Change { after, entry } = match outcome {
            Ok(()) => decide::sent(&before, now),
            Err(why) => decide::not_sent(&before, why, now),
        };
        messages::update(&mut link, &after).await?;
        let caller = sender(&before);
        let mut also = vec![];
        if let Some(entry) = entry {
            let signal_id = signal.id.to_string();
            signal.version += 1;
            signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
            let entry = stamped(&*self.clock, entry, &caller, now)?;
            signals::add_entries(&mut link, &signal_id, signal.version, &[entry]).await?;
            also.push((Scope::Desk, signal_id));
        }
        let fields = write::differing(&json(&before)?, &json(&after)?);
        let commit = write::Commit {
            caller: &caller,
            verb: if after.state == MessageState::Sent { "message.sent" } else { "message.not-sent" },
            scope: Scope::Messages,
            object: &id,
            version: after.version,
            fields: &fields,
            keyed: None,
            masked: 0,
            at: now.timestamp_micros(),
            answer: None,
            also: &also,
        };
        Ok(self.commit(link, &commit).await?)
    }
}

/// Whoever let it go, as the server does the rest for them.
fn sender(message: &Message) -> Caller {
    Caller {
        account: message.released_by.unwrap_or(message.made_by),
        name: message.released_by_name.clone(),
        role: Role::Desk,
        organisation: DESK.into(),
        session: None,
        asked: Asked { purpose: "send what was let go", ..Asked::default() },
    }
}

fn posted(message: Message, signal: &Signal) -> Posted {
    let to = &message.facts.to;
    let (address, name) = match to.role {
        RecipientRole::Reporter => (&signal.facts.reporter.mail, &signal.facts.reporter.name),
        RecipientRole::Other => (&to.mail, &to.name),
    };
    let address = Some(address.raw().trim().to_owned()).filter(|address| !address.is_empty());
    let name = name.clone();
    let source = signal.source.as_ref().filter(|source| source.system == "message-id" && to.role == RecipientRole::Reporter);
    let answers = source.map(|source| source.reference.raw().to_owned());
    Posted { address, name, answers, message }
}
