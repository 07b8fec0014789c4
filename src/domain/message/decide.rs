//! What may happen to a message, and what becomes of it.

use chrono::TimeDelta;

use super::{Message, MessageFacts, MessageFailed, MessageFailure, MessageState, RETRIES, TAKE_BACK, TRIED_FOR};
use crate::domain::{
    Instant,
    arrangement::decide::Moment,
    ids::MessageId,
    signal::{EntryKind, Linked, LinkedVerb, Signal, decide::NewEntry},
    text::RawText,
};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no draft: what goes or went is not changed.
    NotADraft,
    /// It does not wait to go.
    NotOutgoing,
    /// It went.
    Sent,
    /// It is being sent at this moment.
    UnderWay,
    /// The case knows no address of who reported it.
    NoAddress,
    /// This server sends no mail.
    NotConfigured,
}

impl Refusal {
    /// As a fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotADraft => "message-not-draft",
            Self::NotOutgoing => "message-not-outgoing",
            Self::Sent => "message-sent",
            Self::UnderWay => "message-under-way",
            Self::NoAddress => "message-no-address",
            Self::NotConfigured => "mail-not-configured",
        }
    }
}

/// A draft. `domain` is what its Message-ID ends in.
pub fn draft(id: MessageId, signal: &Signal, facts: MessageFacts, domain: &str, moment: Moment<'_>) -> Message {
    Message {
        id,
        version: 1,
        signal: signal.id,
        signal_number: signal.number,
        message_id: format!("{id}@{domain}"),
        facts: numbered(facts, signal),
        state: MessageState::Draft,
        made_at: moment.now,
        made_by: moment.actor.account,
        made_by_name: moment.actor.name.clone(),
        released_by: None,
        released_by_name: RawText::default(),
        release_at: None,
        try_at: None,
        attempts: 0,
        failure: None,
        sent_at: None,
    }
}

/// The subject with the number of the case, by which a reply is known.
fn numbered(mut facts: MessageFacts, signal: &Signal) -> MessageFacts {
    let number = signal.number.to_string();
    if !facts.subject.is_blank() && !facts.subject.raw().contains(&number) {
        facts.subject = format!("{} [{number}]", facts.subject.raw().trim_end()).into();
    }
    facts
}

/// Is it still to be written on? What was taken back or did not go is a draft again once it is changed.
fn is_open(before: &Message) -> bool {
    matches!(before.state, MessageState::Draft | MessageState::TakenBack | MessageState::Failed)
}

/// Says something else in it; nothing: that is what it says.
///
/// # Errors
/// See [`Refusal`].
pub fn amend(before: &Message, signal: &Signal, facts: MessageFacts) -> Result<Option<Message>, Refusal> {
    if !is_open(before) {
        return Err(if before.state == MessageState::Sent { Refusal::Sent } else { Refusal::NotADraft });
    }
    let facts = numbered(facts, signal);
    let after = Message { facts, state: MessageState::Draft, version: before.version + 1, ..before.clone() };
    Ok((after.facts != before.facts).then_some(after))
}

/// Throws a draft away, with its words.
///
/// # Errors
/// See [`Refusal`].
pub fn discard(before: &Message) -> Result<Message, Refusal> {
    if !matches!(before.state, MessageState::Draft | MessageState::TakenBack) {
        return Err(if before.state == MessageState::Sent { Refusal::Sent } else { Refusal::NotADraft });
    }
    let mut after = Message { state: MessageState::Discarded, version: before.version + 1, ..before.clone() };
    (after.facts.subject, after.facts.text) = (RawText::default(), RawText::default());
    (after.facts.to.name, after.facts.to.mail) = (RawText::default(), RawText::default());
    Ok(after)
}

/// Lets it go: it leaves thirty seconds from now.
///
/// # Errors
/// See [`Refusal`].
pub fn send(before: &Message, moment: Moment<'_>) -> Result<Message, Refusal> {
    match before.state {
        MessageState::Draft | MessageState::TakenBack | MessageState::Failed => {}
        MessageState::Sent => return Err(Refusal::Sent),
        MessageState::Outgoing | MessageState::Discarded => return Err(Refusal::NotADraft),
    }
    let at = moment.now + TAKE_BACK;
    Ok(Message {
        state: MessageState::Outgoing,
        version: before.version + 1,
        released_by: Some(moment.actor.account),
        released_by_name: moment.actor.name.clone(),
        release_at: Some(at),
        try_at: Some(at),
        attempts: 0,
        failure: None,
        ..before.clone()
    })
}

/// Takes it back. `under_way`: it is being sent at this moment, and may have left.
///
/// # Errors
/// See [`Refusal`].
pub fn take_back(before: &Message, under_way: bool) -> Result<Message, Refusal> {
    match before.state {
        MessageState::Outgoing if under_way => Err(Refusal::UnderWay),
        MessageState::Outgoing => Ok(Message {
            state: MessageState::TakenBack,
            version: before.version + 1,
            release_at: None,
            try_at: None,
            ..before.clone()
        }),
        MessageState::Sent => Err(Refusal::Sent),
        _ => Err(Refusal::NotOutgoing),
    }
}

/// What becomes of it, and what the timeline of its case gets; nothing: the timeline says nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it is after it.
    pub after: Message,
    /// The entry.
    pub entry: Option<NewEntry>,
}

/// A mail server took it.
pub fn sent(before: &Message, now: Instant) -> Change {
    let after = Message {
        state: MessageState::Sent,
        version: before.version + 1,
        sent_at: Some(now),
        try_at: None,
        failure: None,
        ..before.clone()
    };
    let entry = Some(entry(&after, LinkedVerb::Sent));
    Change { after, entry }
}

/// It did not go: it is tried again while that may help and its day is not over, and else it failed, which the timeline says.
pub fn not_sent(before: &Message, (why, code): (MessageFailure, Option<u16>), now: Instant) -> Change {
    let failure = Some(MessageFailed { why, code, at: now });
    let minutes = usize::try_from(before.attempts).ok().and_then(|at| RETRIES.get(at)).or(RETRIES.last());
    let again = now + TimeDelta::minutes(minutes.copied().unwrap_or(30));
    let is_in_time = before.release_at.is_some_and(|at| again < at + TRIED_FOR);
    let (version, attempts) = (before.version + 1, before.attempts + 1);
    if why.may_pass() && is_in_time {
        let after = Message { version, attempts, failure, try_at: Some(again), ..before.clone() };
        return Change { after, entry: None };
    }
    let after = Message { version, attempts, failure, try_at: None, state: MessageState::Failed, ..before.clone() };
    let entry = Some(entry(&after, LinkedVerb::NotSent));
    Change { after, entry }
}

/// To whom by role, and the subject; never an address and never the text.
fn entry(of: &Message, verb: LinkedVerb) -> NewEntry {
    let label = of.facts.to.label();
    let linked =
        Linked { id: of.id.0, label, verb, action: None, ending: None, on: None, before: None, fields: vec![], texts: vec![] };
    NewEntry { kind: Some(EntryKind::Mail), text: of.facts.subject.clone(), linked: Some(linked), ..NewEntry::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ids::AccountId,
        message::{MessageKind, MessageRecipient},
        signal::{bare::bare, decide::Actor},
    };

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn actor() -> Actor {
        Actor { account: AccountId(uuid::Uuid::nil()), name: "Noor".into() }
    }

    fn written(subject: &str) -> Message {
        let facts = MessageFacts {
            kind: MessageKind::Free,
            to: MessageRecipient::reporter(),
            subject: subject.into(),
            text: "Dank.".into(),
            in_reply_to: None,
        };
        let actor = actor();
        let moment = Moment { actor: &actor, now: at("2026-11-16T09:00:00Z") };
        draft(MessageId(uuid::Uuid::nil()), &bare(), facts, "loket.voorbeeld.nl", moment)
    }

    fn let_go() -> Message {
        let actor = actor();
        send(&written("x"), Moment { actor: &actor, now: at("2026-11-16T09:00:00Z") }).unwrap()
    }

    #[test]
    fn the_subject_holds_the_number_once() {
        let number = bare().number.to_string();
        assert_eq!(written("Uw melding").facts.subject.raw(), format!("Uw melding [{number}]"));
        assert_eq!(written(&format!("Over {number}")).facts.subject.raw(), format!("Over {number}"));
    }

    #[test]
    fn it_leaves_thirty_seconds_later_unless_it_is_taken_back() {
        let going = let_go();
        assert_eq!((going.state, going.try_at), (MessageState::Outgoing, Some(at("2026-11-16T09:00:30Z"))));
        let back = take_back(&going, false).unwrap();
        assert_eq!((back.state, back.try_at, back.release_at), (MessageState::TakenBack, None, None));
        assert_eq!(take_back(&going, true), Err(Refusal::UnderWay));
        assert_eq!(take_back(&back, false), Err(Refusal::NotOutgoing));
        assert_eq!(back.message_id, going.message_id, "the same message, whatever happens to it");
    }

    #[test]
    fn what_goes_or_went_is_neither_changed_nor_thrown_away() {
        let going = let_go();
        let sent = sent(&going, at("2026-11-16T09:00:31Z")).after;
        let facts = MessageFacts { text: "Anders.".into(), ..going.facts.clone() };
        assert_eq!(amend(&going, &bare(), facts.clone()), Err(Refusal::NotADraft));
        assert_eq!(amend(&sent, &bare(), facts), Err(Refusal::Sent));
        assert_eq!(discard(&going), Err(Refusal::NotADraft));
        let actor = actor();
        let moment = Moment { actor: &actor, now: going.made_at };
        assert_eq!(send(&sent, moment), Err(Refusal::Sent));
        assert_eq!(send(&going, moment), Err(Refusal::NotADraft));
        let gone = discard(&written("x")).unwrap();
        assert!(gone.facts.subject.is_blank() && gone.facts.text.is_blank());
    }

    #[test]
    fn what_may_pass_is_tried_for_a_day_and_what_may_not_fails_at_once() {
        let (mut one, mut now, mut waits) = (let_go(), at("2026-11-16T09:00:30Z"), vec![]);
        while one.state == MessageState::Outgoing {
            let change = not_sent(&one, (MessageFailure::NotNow, Some(451)), now);
            assert_eq!(change.entry.is_some(), change.after.state == MessageState::Failed, "never silently, and not each time");
            one = change.after;
            if let Some(again) = one.try_at {
                waits.push((again - now).num_minutes());
                now = again;
            }
        }
        assert_eq!((&waits[..4], one.state), (&[1, 5, 30, 30][..], MessageState::Failed));
        assert!(now < at("2026-11-17T09:00:30Z") && now > at("2026-11-17T08:00:00Z"), "{now}");
        let (late, early) = (at("2026-11-17T09:00:30Z"), at("2026-11-17T09:00:29Z"));
        assert!(let_go().is_late(late) && !let_go().is_late(early));
        let change = not_sent(&let_go(), (MessageFailure::Unreachable, None), late);
        assert_eq!(change.after.state, MessageState::Failed, "nothing goes a day later");
        for why in [MessageFailure::Refused, MessageFailure::NoAddress] {
            let change = not_sent(&let_go(), (why, Some(550)), now);
            assert_eq!((change.after.state, change.after.failure.unwrap().code), (MessageState::Failed, Some(550)));
            assert_eq!(change.entry.unwrap().linked.unwrap().verb, LinkedVerb::NotSent);
        }
    }

    #[test]
    fn the_timeline_names_no_address_and_no_text() {
        let mut one = let_go();
        one.facts.to =
            MessageRecipient { mail: "a@voorbeeld.nl".into(), name: "A. Bakker".into(), ..MessageRecipient::reporter() };
        let entry = sent(&one, one.made_at).entry.unwrap();
        let told = format!("{entry:?}");
        assert!(told.contains("reporter") && !told.contains("voorbeeld.nl") && !told.contains("Dank"), "{told}");
    }
}
