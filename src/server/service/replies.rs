//! A mail that came in and belongs to a case that is there: it becomes an entry of its timeline, once.
//!
//! Lock order: idempotency key, case, audit head, change counter.

use chrono::{DateTime, Utc};

use super::{Keyed, Refused, Report, Service, Written, signal_changes::stamped, signals::whole, write};
use crate::{
    domain::{
        message::reply::{Doubt, Known, Place, is_known, number_in, place},
        role::Role,
        signal::{
            Channel, EntryKind, Linked, LinkedVerb, Signal,
            decide::{self, NewEntry},
        },
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            imports, messages,
            signals::{self, SignalRow, Which},
        },
    },
};

/// In the table of what was taken from files.
const IMPORTED: &str = "mail";

/// Where a report goes.
pub(super) enum Belongs {
    /// It is a report of its own; with what is to be said of that.
    Own(Option<Doubt>),
    /// It was taken before, to this case.
    Before(Box<Signal>),
    /// To this case, which is locked now.
    Case(Box<Signal>),
}

/// What tells a mail apart from others; nothing: it is no mail from a file.
fn reference(report: &Report) -> Option<String> {
    let is_mail = report.channel == Channel::Mail && !report.typed;
    report.source.as_ref().filter(|_| is_mail).map(ToString::to_string)
}

impl Service {
    /// Where a report goes. Only the desk's reports go to cases: who hands one in from outside sees none.
    pub(super) async fn belongs(
        &self,
        link: &mut Link,
        caller: &Caller,
        report: &Report,
        now: DateTime<Utc>,
    ) -> Result<Belongs, Refused> {
        let Some(reference) = reference(report).filter(|_| caller.role == Role::Desk) else {
            return Ok(Belongs::Own(None));
        };
        if let Some(id) = imports::find(link, IMPORTED, &reference).await?
            && let Some(case) = whole(link, Which::Id(&id), now).await?
        {
            return Ok(Belongs::Before(Box::new(case)));
        }
        match place(&known(link, report).await?) {
            Place::Own(doubt) => Ok(Belongs::Own(doubt)),
            Place::Case(number) => {
                let case = signals::lock(link, Which::Number(number)).await?;
                Ok(case.map_or(Belongs::Own(None), |case| Belongs::Case(Box::new(case))))
            }
        }
    }

    /// Puts a mail into the timeline of its case.
    pub(super) async fn join(
        &self,
        mut link: Link,
        (caller, keyed): (&Caller, &Keyed),
        before: Signal,
        report: &Report,
        (masked, now): (u32, DateTime<Utc>),
    ) -> Result<Written<Signal>, Refused> {
        let id = before.id.to_string();
        let entry = entry(&before, report);
        let content = serde_json::json!({ "text": entry.text, "contact": null }).to_string();
        let mut after = before;
        if masked > 0 {
            decide::flag(&mut after);
        }
        after.version += 1;
        signals::update(&mut link, &SignalRow::of(&after, &self.names)?).await?;
        let entry = stamped(&*self.clock, entry, caller, now)?;
        signals::add_entries(&mut link, &id, after.version, &[entry]).await?;
        imports::note(&mut link, IMPORTED, &reference(report).unwrap_or_default(), &id).await?;
        after.timeline = super::signals::timeline(&mut link, &id, now).await?;
        let commit = write::Commit {
            caller,
            verb: "signal.reply",
            scope: Scope::Desk,
            object: &id,
            version: after.version,
            fields: &[("entry/0".into(), String::new(), content)],
            keyed: Some(keyed),
            masked,
            at: now.timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: after, changed: true, masked, committed: true })
    }
}

/// What is known of where a mail belongs.
async fn known(link: &mut Link, report: &Report) -> Result<Known, StoreError> {
    let mut known = Known::default();
    for id in report.answers.iter().filter(|id| !id.contains('\0')) {
        if let Some(number) = messages::case_of(link, id).await?
            && !known.answers.contains(&number)
        {
            known.answers.push(number);
        }
    }
    if let Some(number) = number_in(report.facts.title.raw())
        && let Some(case) = signals::get(link, Which::Number(number)).await?
    {
        known.named = Some(number);
        known.sender_is_known = knows(link, &case, report.facts.reporter.mail.raw()).await?;
    }
    Ok(known)
}

/// Is it the address of who reported the case, or of somebody loket wrote to about it?
async fn knows(link: &mut Link, case: &Signal, sender: &str) -> Result<bool, StoreError> {
    let written = messages::of_signal(link, &case.id.to_string()).await?;
    let to = written.iter().filter(|message| message.released_by.is_some()).map(|message| message.facts.to.mail.raw());
    Ok(is_known(sender, to.chain([case.facts.reporter.mail.raw()])))
}

/// From whom, by role; what it says, and which files came along. The address stays out.
fn entry(case: &Signal, report: &Report) -> NewEntry {
    let sender = &report.facts.reporter;
    let label: RawText = match is_known(sender.mail.raw(), [case.facts.reporter.mail.raw()]) {
        true => "reporter".into(),
        false if sender.name.is_blank() => "other".into(),
        false => sender.name.clone(),
    };
    let mut text = format!("{}\n\n{}", report.facts.title.raw().trim(), report.facts.account.raw().trim());
    for file in &report.facts.attachments {
        text.push_str(&format!("\n[{}, {}, {} bytes]", file.name.raw(), file.media_type.raw(), file.size));
    }
    let linked = Linked {
        id: case.id.0,
        label,
        verb: LinkedVerb::CameIn,
        action: None,
        ending: None,
        on: None,
        before: None,
        fields: vec![],
        texts: vec![],
    };
    NewEntry { kind: Some(EntryKind::Mail), text: text.into(), linked: Some(linked), ..NewEntry::default() }
}

/// The note that a report of its own gets when it names a case all the same.
pub(super) fn note(doubt: &Doubt) -> NewEntry {
    NewEntry { kind: Some(EntryKind::Note), text: doubt.note().into(), ..NewEntry::default() }
}
