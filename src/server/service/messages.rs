//! Messages about a case: written, looked through, let go, taken back. What sends them is `server::mail`.
//!
//! Lock order: idempotency key, case, message; whoever changes a message holds its case.

use super::{Keyed, Refused, Service, Written, meetings::json, signals::timeline, write};
use crate::{
    domain::{
        Instant,
        arrangement::decide::Moment,
        check::{self, Finding},
        ids::MessageId,
        message::{Message, MessageFacts, MessageRecipient, MessageState, RecipientRole, decide, folded_address, is_address},
        signal::{Signal, decide as signal_rules},
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            history::RECEIVED,
            messages, shares,
            signals::{self, SignalRow, Which},
        },
    },
};

/// What the Message-ID of a draft ends in where this server sends no mail.
const NO_DOMAIN: &str = "loket.invalid";

impl From<decide::Refusal> for Refused {
    fn from(refusal: decide::Refusal) -> Self {
        Self::Case(refusal.code())
    }
}

/// A message, and the codes of what must be looked at before it goes.
pub type Looked = (Message, Vec<String>);

impl Service {
    /// Does this server send mail?
    pub fn sends_mail(&self) -> bool {
        self.mail_domain.is_some()
    }

    /// The messages of a case, newest first. Written down before they are given.
    pub async fn messages(&self, caller: &Caller, signal: &str) -> Result<Vec<Message>, Refused> {
        let mut room = String::new();
        let which = self.which(signal, &mut room)?;
        let mut link = self.store.read().await?;
        let id = signals::get(&mut link, which).await?.ok_or(Refused::NotFound)?.id.to_string();
        let mut all = messages::of_signal(&mut link, &id).await?;
        drop(link);
        all.retain(|message| message.state != MessageState::Discarded);
        self.saw(caller, "message.list", "signal", &id).await?;
        Ok(all)
    }

    /// One, written down before it is given.
    pub async fn message(&self, caller: &Caller, id: &str) -> Result<Looked, Refused> {
        let id = message_id(id)?;
        let mut link = self.store.read().await?;
        let found = messages::get(&mut link, &id).await?.filter(|found| found.state != MessageState::Discarded);
        let found = found.ok_or(Refused::NotFound)?;
        let warnings = self.warnings(&mut link, &found).await?;
        drop(link);
        self.saw(caller, "message.read", "message", &id).await?;
        Ok((found, warnings))
    }

    /// Writes a draft.
    pub async fn write_message(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        signal: &str,
        facts: &MessageFacts,
    ) -> Result<Written<Looked>, Refused> {
        self.check_message(facts, "/facts")?;
        let by = Hand { caller, keyed: Some(keyed), now: self.now() };
        let written = write::again!(self.try_write_message(&by, signal, facts))?;
        self.saw_message(caller, written).await
    }

    async fn try_write_message(&self, by: &Hand<'_>, signal: &str, facts: &MessageFacts) -> Result<Written<Message>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, by).await? {
            return Ok(repeated);
        }
        let mut room = String::new();
        let mut signal = signals::lock(&mut link, self.which(signal, &mut room)?).await?.ok_or(Refused::NotFound)?;
        signal.timeline = timeline(&mut link, &signal.id.to_string(), by.now).await?;
        Refused::unless_empty(check::answers_a_mail(facts, &signal, "/facts").into_iter().collect())?;
        signal.timeline.clear();
        let id = MessageId(self.clock.id(by.now).map_err(StoreError::from)?);
        let actor = by.caller.actor();
        let domain = self.mail_domain.as_deref().unwrap_or(NO_DOMAIN);
        let moment = Moment { actor: &actor, now: by.now };
        let made = decide::draft(id, &signal, by_role(facts.clone(), &signal), domain, moment);
        messages::insert(&mut link, &made).await?;
        let content = serde_json::to_string(&made).map_err(StoreError::from)?;
        self.commit_message(link, by, "message.create", signal, made, &[(RECEIVED.into(), String::new(), content)]).await
    }

    /// Writes something else in the version of a draft that the caller saw.
    pub async fn amend_message(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        merge: &(dyn Fn(&mut MessageFacts) + Sync),
    ) -> Result<Written<Looked>, Refused> {
        self.change_message((caller, keyed), (id, expected), "message.amend", &|change| {
            let mut facts = change.before.facts.clone();
            merge(&mut facts);
            self.check_message(&facts, "")?;
            Ok(decide::amend(change.before, change.signal, by_role(facts, change.signal))?)
        })
        .await
    }

    /// Throws away the version of a draft that the caller saw.
    pub async fn discard_message(&self, caller: &Caller, keyed: &Keyed, seen: (&str, i64)) -> Result<Written<Looked>, Refused> {
        self.change_message((caller, Some(keyed)), seen, "message.delete", &|change| Ok(Some(decide::discard(change.before)?)))
            .await
    }

    /// Lets the version go that the caller saw. What must be looked at is told, unless somebody looked.
    pub async fn send_message(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        seen: (&str, i64),
        looked: bool,
    ) -> Result<Written<Looked>, Refused> {
        self.change_message((caller, Some(keyed)), seen, "message.send", &|change| {
            let Change { before, signal, doubts, by, .. } = change;
            if !self.sends_mail() {
                return Err(decide::Refusal::NotConfigured.into());
            }
            let actor = by.caller.actor();
            let after = decide::send(before, Moment { actor: &actor, now: by.now })?;
            let is_to_reporter = before.facts.to.role == RecipientRole::Reporter;
            if is_to_reporter && !is_address(signal.facts.reporter.mail.raw().trim()) {
                return Err(decide::Refusal::NoAddress.into());
            }
            Refused::unless_empty(if looked { vec![] } else { doubts.to_vec() })?;
            Ok(Some(after))
        })
        .await
    }

    /// Takes one back that did not leave yet.
    pub async fn take_message_back(&self, caller: &Caller, keyed: &Keyed, seen: (&str, i64)) -> Result<Written<Looked>, Refused> {
        self.change_message((caller, Some(keyed)), seen, "message.take-back", &|change| {
            let under_way = change.leased_until > change.by.now.timestamp_micros();
            Ok(Some(decide::take_back(change.before, under_way)?))
        })
        .await
    }

    async fn change_message(
        &self,
        (caller, keyed): (&Caller, Option<&Keyed>),
        (id, expected): (&str, i64),
        verb: &'static str,
        decide: &(dyn Fn(&Change<'_>) -> Result<Option<Message>, Refused> + Sync),
    ) -> Result<Written<Looked>, Refused> {
        let id = message_id(id)?;
        let by = Hand { caller, keyed, now: self.now() };
        let written = write::again!(self.try_change_message(&by, (&id, expected), verb, decide))?;
        self.saw_message(caller, written).await
    }

    async fn try_change_message(
        &self,
        by: &Hand<'_>,
        (id, expected): (&str, i64),
        verb: &'static str,
        decide: &(dyn Fn(&Change<'_>) -> Result<Option<Message>, Refused> + Sync),
    ) -> Result<Written<Message>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, by).await? {
            return Ok(repeated);
        }
        let found = messages::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let signal_id = found.signal.to_string();
        let signal = signals::lock(&mut link, Which::Id(&signal_id)).await?.ok_or(Refused::NotFound)?;
        let (before, leased_until) = messages::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.state == MessageState::Discarded {
            return Err(Refused::NotFound);
        }
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Messages, id, before.version).await);
        }
        let shares = shares::of_signal(&mut link, &signal_id).await?;
        let doubts = check::message_doubts(&before, &signal, &shares, self.today());
        let change = Change { before: &before, signal: &signal, doubts: &doubts, leased_until, by };
        let Some(after) = decide(&change)? else {
            write::settle_unchanged(link, by.caller, by.keyed, id).await?;
            return Ok(Written { item: before, changed: false, masked: 0, committed: false });
        };
        messages::update(&mut link, &after).await?;
        let fields = write::differing(&json(&before)?, &json(&after)?);
        self.commit_message(link, by, verb, signal, after, &fields).await
    }

    /// Writes what a draft moves in its case, the claim of who works on it, and commits.
    async fn commit_message(
        &self,
        mut link: Link,
        by: &Hand<'_>,
        verb: &'static str,
        mut signal: Signal,
        after: Message,
        fields: &[(String, String, String)],
    ) -> Result<Written<Message>, Refused> {
        let (id, before) = (after.id.to_string(), signal.owner.clone());
        signal_rules::renew(&mut signal, by.caller.account, by.now);
        let mut also = vec![];
        if signal.owner != before {
            signal.version += 1;
            signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
            also.push((Scope::Desk, signal.id.to_string()));
        }
        let commit = write::Commit {
            caller: by.caller,
            verb,
            scope: Scope::Messages,
            object: &id,
            version: after.version,
            fields,
            keyed: by.keyed,
            masked: 0,
            at: by.now.timestamp_micros(),
            answer: None,
            also: &also,
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked: 0, committed: true })
    }

    fn check_message(&self, facts: &MessageFacts, at: &str) -> Result<(), Refused> {
        Refused::unless_empty(check::message_facts(facts, at, &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(facts, at))
    }

    async fn warnings(&self, link: &mut Link, message: &Message) -> Result<Vec<String>, StoreError> {
        if matches!(message.state, MessageState::Sent | MessageState::Discarded) {
            return Ok(vec![]);
        }
        let id = message.signal.to_string();
        let Some(signal) = signals::get(link, Which::Id(&id)).await? else { return Ok(vec![]) };
        let shares = shares::of_signal(link, &id).await?;
        let mut codes: Vec<String> = check::message_doubts(message, &signal, &shares, self.today())
            .into_iter()
            .map(|finding| finding.code.to_owned())
            .collect();
        codes.dedup();
        Ok(codes)
    }

    /// With what must be looked at; what this request did not write is written down as read.
    async fn saw_message(&self, caller: &Caller, written: Written<Message>) -> Result<Written<Looked>, Refused> {
        let Written { item, changed, masked, committed } = written;
        let warnings = self.warnings(&mut self.store.read().await?, &item).await?;
        if !committed {
            self.saw(caller, "message.read", "message", &item.id.to_string()).await?;
        }
        Ok(Written { item: (item, warnings), changed, masked, committed })
    }
}

/// Who asks, under which key if any, and when.
struct Hand<'a> {
    caller: &'a Caller,
    keyed: Option<&'a Keyed>,
    now: Instant,
}

/// What a change of a message is decided on.
struct Change<'a> {
    before: &'a Message,
    signal: &'a Signal,
    doubts: &'a [Finding],
    /// Until when it is being sent, in microseconds.
    leased_until: i64,
    by: &'a Hand<'a>,
}

/// Whoever reported the case is written to as that: the address is shielded, however it came here.
fn by_role(mut facts: MessageFacts, signal: &Signal) -> MessageFacts {
    let theirs = folded_address(signal.facts.reporter.mail.raw());
    if !theirs.is_empty() && folded_address(facts.to.mail.raw()) == theirs {
        facts.to = MessageRecipient::reporter();
    }
    facts
}

async fn repeated(link: &mut Link, by: &Hand<'_>) -> Result<Option<Written<Message>>, Refused> {
    let kept = write::take(link, by.caller, by.keyed, by.now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = messages::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}

fn message_id(id: &str) -> Result<String, Refused> {
    Ok(id.parse::<MessageId>().map_err(|_| Refused::NotFound)?.to_string())
}
