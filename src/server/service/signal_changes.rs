//! Changes of a signal: facts and status, notes, contact moments, claims. The domain decides, one transaction writes.

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Written,
    signals::{timeline, whole},
    time_outs::board,
    write,
};
use crate::{
    domain::{
        check, deadline,
        ids::{EntryId, OfficerId, OrganisationCode, SignalNumber},
        merging,
        share::SharePart,
        signal::{
            Body, ContactMoment, Entry, EntryKind, Signal,
            decide::{self, Actor, Change, Wanted},
        },
        text::RawText,
        time_out::{TimeOut, TimeOutState},
        zone,
    },
    server::{
        clock::Clock,
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            deadlines, lookups,
            signals::{self, SignalRow, Which},
            time_outs,
        },
    },
};

/// A write on one signal.
pub(super) struct Errand<'a> {
    caller: &'a Caller,
    keyed: Option<&'a Keyed>,
    which: Which<'a>,
    expected: Option<i64>,
    verb: &'static str,
    masked: u32,
    now: DateTime<Utc>,
    /// Does what is decided hang on the timeline?
    reads_timeline: bool,
    /// The entry of the register that was called.
    officer: Option<OfficerId>,
    /// The part that somebody outside must have been given for it.
    needs: Option<SharePart>,
    /// Is something only shown, to who was asked about already? Emergency access lets nobody write.
    shows: bool,
}

impl<'a> Errand<'a> {
    /// One that takes any version and touches nothing but the signal.
    fn of(caller: &'a Caller, keyed: Option<&'a Keyed>, which: Which<'a>, verb: &'static str, now: DateTime<Utc>) -> Self {
        let (expected, officer, needs) = (None, None, None);
        Self { caller, keyed, which, expected, verb, masked: 0, now, reads_timeline: false, officer, needs, shows: false }
    }
}

impl<'a> Errand<'a> {
    /// One that writes down that something is shown.
    pub(super) fn showing(
        caller: &'a Caller,
        keyed: &'a Keyed,
        which: Which<'a>,
        verb: &'static str,
        now: DateTime<Utc>,
    ) -> Self {
        Self { shows: true, ..Self::of(caller, Some(keyed), which, verb, now) }
    }
}

impl Service {
    /// Changes facts, status or outcome of the version that the caller saw.
    pub async fn amend_signal(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        text: &str,
        expected: i64,
        merge: impl Fn(&mut Wanted),
    ) -> Result<Written<Signal>, Refused> {
        let (mut room, now) = (String::new(), self.now());
        let which = self.which(text, &mut room)?;
        let errand = Errand { expected: Some(expected), ..Errand::of(caller, keyed, which, "signal.amend", now) };
        self.run(&errand, |before, actor| {
            let mut wanted = Wanted::from(before);
            merge(&mut wanted);
            Refused::unless_empty(check::facts(
                &wanted.facts,
                "",
                &self.names.municipality_codes,
                &self.names.organisation_codes,
            ))?;
            Refused::unless_no_number(new_numbers(before, &wanted))?;
            Ok(decide::amend(before, actor, now, wanted)?)
        })
        .await
    }

    /// Adds a note.
    pub async fn note(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        mut note: RawText,
        typed: bool,
    ) -> Result<Written<Signal>, Refused> {
        let (mut room, now) = (String::new(), self.now());
        let which = self.which(text, &mut room)?;
        Refused::unless_empty(check::note(&note, "/text"))?;
        let masked = if typed {
            Refused::unless_no_number(check::numbers_in(&note, "/text"))?;
            0
        } else {
            check::mask_numbers(&mut note)
        };
        let verb = if caller.role.is_outside() { "case.note" } else { "signal.note" };
        let errand = Errand { masked, ..Errand::of(caller, Some(keyed), which, verb, now) };
        self.run(&errand, |before, actor| Ok(decide::note(before, actor, now, note.clone(), masked > 0))).await
    }

    /// Adds a contact moment, or a correction of one.
    pub async fn contact(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        contact: ContactMoment,
        officer: Option<OfficerId>,
    ) -> Result<Written<Signal>, Refused> {
        let (mut room, now) = (String::new(), self.now());
        let which = self.which(text, &mut room)?;
        Refused::unless_empty(check::contact(&contact, "/contact"))?;
        Refused::unless_no_number(check::numbers_in(&contact, "/contact"))?;
        let errand = Errand {
            officer,
            reads_timeline: contact.corrects.is_some(),
            ..Errand::of(caller, Some(keyed), which, "signal.contact", now)
        };
        self.run(&errand, |before, actor| {
            Refused::unless_empty(check::stands(&contact, &before.timeline, "/contact").into_iter().collect())?;
            Ok(decide::contact(before, actor, now, contact.clone()))
        })
        .await
    }

    /// Claims, renews, or takes over.
    pub async fn claim(&self, caller: &Caller, keyed: &Keyed, text: &str, reason: RawText) -> Result<Written<Signal>, Refused> {
        let (mut room, now) = (String::new(), self.now());
        let which = self.which(text, &mut room)?;
        Refused::unless_empty(check::takeover_reason(&reason, "/takeoverReason"))?;
        Refused::unless_no_number(check::numbers_in(&reason, "/takeoverReason"))?;
        let errand = Errand::of(caller, Some(keyed), which, "signal.claim", now);
        self.run(&errand, |before, actor| Ok(decide::claim(before, actor, now, &reason)?)).await
    }

    /// Gives a claim back.
    pub async fn release(&self, caller: &Caller, keyed: &Keyed, text: &str) -> Result<Written<Signal>, Refused> {
        let (mut room, now) = (String::new(), self.now());
        let which = self.which(text, &mut room)?;
        let errand = Errand::of(caller, Some(keyed), which, "signal.release", now);
        self.run(&errand, |before, actor| Ok(decide::release(before, actor)?)).await
    }

    /// Says what an organisation outside holds of a case that is shared with it, where that is still as it was seen.
    pub(super) async fn put_position(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        number: SignalNumber,
        (organisation, before, position): (&OrganisationCode, &RawText, &RawText),
    ) -> Result<Written<Signal>, Refused> {
        let named = Which::Number(number);
        let needs = Some(SharePart::Positions);
        let errand = Errand { needs, ..Errand::of(caller, Some(keyed), named, "case.position", self.now()) };
        self.run(&errand, |signal, actor| {
            let mut wanted = Wanted::from(signal);
            let bodies = &mut wanted.facts.bodies;
            let seen = bodies.iter().find(|body| body.organisation == *organisation).map(|body| body.position.clone());
            if seen.unwrap_or_default() != *before {
                return Err(Refused::Case("position-changed"));
            }
            match bodies.iter_mut().find(|body| body.organisation == *organisation) {
                Some(body) => body.position = position.clone(),
                None => bodies.push(Body { organisation: organisation.clone(), position: position.clone() }),
            }
            Ok(decide::amend(signal, actor, errand.now, wanted)?)
        })
        .await
    }

    async fn run(
        &self,
        errand: &Errand<'_>,
        decide: impl Fn(&Signal, &Actor) -> Result<Change, Refused>,
    ) -> Result<Written<Signal>, Refused> {
        let written = write::again!(self.attempt(errand, &decide))?;
        self.saw_signal(errand.caller, written).await
    }

    pub(super) async fn attempt(
        &self,
        errand: &Errand<'_>,
        decide: &impl Fn(&Signal, &Actor) -> Result<Change, Refused>,
    ) -> Result<Written<Signal>, Refused> {
        let at = errand.now.timestamp_micros();
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, errand.caller, errand.keyed, at).await? {
            let item = whole(&mut link, Which::Id(&kept.object), errand.now).await?.ok_or(Refused::NotFound)?;
            return Ok(Written {
                item,
                changed: write::was_change(&kept),
                masked: u32::try_from(kept.masked).unwrap_or(0),
                committed: false,
            });
        }
        let mut before = signals::lock(&mut link, errand.which).await?.ok_or(Refused::NotFound)?;
        let id = before.id.to_string();
        if !errand.shows {
            self.within_reach(&mut link, errand.caller, before.number, errand.needs).await?;
            written_in(errand.caller, &before)?;
        }
        if let Some(current) = errand.expected.filter(|expected| *expected != before.version).map(|_| before.version) {
            return Err(write::stale(&mut link, Scope::Desk, &id, current).await);
        }
        if errand.reads_timeline {
            before.timeline = timeline(&mut link, &id, errand.now).await?;
        }
        let mut change = decide(&before, &errand.caller.actor())?;
        if change.after == before && change.entries.is_empty() {
            before.timeline = timeline(&mut link, &id, errand.now).await?;
            write::settle_unchanged(link, errand.caller, errand.keyed, &id).await?;
            return Ok(Written { item: before, changed: false, masked: 0, committed: false });
        }
        if before.facts.decisions != change.after.facts.decisions {
            let time_outs = time_outs::of_signal(&mut link, &id).await?;
            Refused::unless_empty(lost(&time_outs, &before, &change.after))?;
        }
        change.after.version = before.version + 1;
        let fields = fields(&before, &change)?;
        let moves_board = moves_board(&before, &change.after);
        let mut after = self.put(&mut link, errand, change).await?;
        if before.status.is_open() != after.status.is_open() {
            let closed_on = Some(zone::date_of(errand.now)).filter(|_| !after.status.is_open());
            signals::set_closed(&mut link, after.number, closed_on).await?;
        }
        after.timeline = timeline(&mut link, &id, errand.now).await?;
        let also = match moves_board {
            true => {
                let time_outs = time_outs::of_signal(&mut link, &id).await?;
                board(deadlines::renew(&mut link, &after, &time_outs, Some(errand.now)).await?)
            }
            false => vec![],
        };
        let commit = write::Commit {
            caller: errand.caller,
            verb: errand.verb,
            scope: Scope::Desk,
            object: &id,
            version: after.version,
            fields: &fields,
            keyed: errand.keyed,
            masked: errand.masked,
            at,
            answer: None,
            also: &also,
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked: errand.masked, committed: true })
    }

    async fn put(&self, link: &mut Link, errand: &Errand<'_>, change: Change) -> Result<Signal, StoreError> {
        let entries: Vec<Entry> = change
            .entries
            .into_iter()
            .map(|entry| stamped(&*self.clock, entry, errand.caller, errand.now))
            .collect::<Result<_, _>>()?;
        signals::update(link, &SignalRow::of(&change.after, &self.names)?).await?;
        let id = change.after.id.to_string();
        signals::add_entries(link, &id, change.after.version, &entries).await?;
        if let Some(officer) = errand.officer {
            lookups::add_call(link, &officer.to_string(), errand.now.timestamp_micros(), &id).await?;
        }
        Ok(change.after)
    }
}

/// An entry of somebody.
pub(super) fn stamped(
    clock: &dyn Clock,
    entry: decide::NewEntry,
    caller: &Caller,
    now: DateTime<Utc>,
) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: EntryId(clock.id(now)?),
        at: now,
        kind: entry.kind.unwrap_or(EntryKind::Note),
        by: Some(caller.account),
        by_name: caller.name.clone(),
        organisation: caller.outside(),
        text: entry.text,
        contact: entry.contact,
        old: entry.old,
        new: entry.new,
        linked: entry.linked,
    })
}

/// Nothing is written in a signal that went up in another. Which one that is, is told to the desk alone.
pub(super) fn written_in(caller: &Caller, signal: &Signal) -> Result<(), Refused> {
    match merging::is_written(signal) {
        Err(_) if caller.role.is_outside() => Err(Refused::Case("merged-elsewhere")),
        other => Ok(other?),
    }
}

/// Decisions that a time-out rests on and that would no longer be there to be found by it: its days would silently count for
/// nothing. What tells decisions apart is body and reference, without a reference the days as well.
pub(super) fn lost(time_outs: &[TimeOut], before: &Signal, after: &Signal) -> Vec<check::Finding> {
    let has = |signal: &Signal, one: &TimeOut| signal.facts.decisions.iter().any(|decision| one.suspends.is(decision));
    let mut held = time_outs.iter().filter(|one| one.state != TimeOutState::NotStarted);
    let found = held.find(|one| has(before, one) && !has(after, one));
    found.map(|_| check::Finding::new("/decisions", "decision-suspended", "")).into_iter().collect()
}

/// Does anything change that a row of the deadline board shows?
fn moves_board(before: &Signal, after: &Signal) -> bool {
    let of_case = |signal: &Signal| {
        let owner = signal.owner.as_ref().map(|owner| (owner.account, owner.name.clone()));
        (owner, signal.facts.title.clone(), signal.facts.municipality)
    };
    of_case(before) != of_case(after) || deadline::of_signal(before) != deadline::of_signal(after)
}

/// What history keeps: every field of the facts that differs, status, outcome and owner, and the texts of the entries.
fn fields(before: &Signal, change: &Change) -> Result<Vec<(String, String, String)>, StoreError> {
    let document = |signal: &Signal| {
        let mut document = serde_json::to_value(&signal.facts)?;
        document["status"] = signal.status.code().into();
        document["outcome"] = serde_json::to_value(signal.outcome)?;
        document["owner"] = serde_json::to_value(signal.owner.as_ref().map(|owner| owner.account))?;
        Ok::<_, StoreError>(document)
    };
    let mut fields = write::differing(&document(before)?, &document(&change.after)?);
    let notes = change.entries.iter().filter(|entry| entry.kind != Some(EntryKind::Change)).enumerate();
    for (at, entry) in notes {
        let text = serde_json::json!({ "text": entry.text, "contact": entry.contact });
        fields.push((format!("entry/{at}"), String::new(), text.to_string()));
    }
    Ok(fields)
}

/// Numbers in texts that the change touches; what stood there before is not held against it.
fn new_numbers(before: &Signal, wanted: &Wanted) -> Vec<check::Finding> {
    let had = check::numbers_in(&before.facts, "");
    check::numbers_in(&wanted.facts, "").into_iter().filter(|finding| !had.contains(finding)).collect()
}
