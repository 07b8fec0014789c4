//! Merging (samenvoegen): a signal about the same case goes up in another, and nothing of it is lost. Pure.
//!
//! The one that goes up keeps all it has and is closed. What its lists name comes into the other, a text that only it has too; what both say
//! otherwise stays in the other, and an entry of its timeline holds what this one said. Shielded values are in no entry: they are shown by
//! a reveal of the one that went up.

use serde_json::Value;

use super::{
    Date, Instant,
    check::Finding,
    ids::SignalNumber,
    signal::{
        CallBack, EntryKind, Facts, Linked, LinkedVerb, NamedText, Outcome, Reporter, Signal, Status, Urgency,
        decide::{self, Actor, Change, NewEntry},
    },
    text::RawText,
    time_out::TimeOut,
    zone,
};

#[cfg(test)]
mod tests;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is one signal.
    Same,
    /// It went up in this signal: nothing is written in it any more.
    Merged(SignalNumber),
    /// The signal to go up in is not open: the work would be on no list.
    TargetNotOpen(SignalNumber),
    /// It is so old that it may be destroyed.
    Destroyable(SignalNumber),
    /// Something of the one that goes up still runs.
    Running(Vec<Finding>),
    /// It did not go up in any.
    NotMerged,
    /// The signal it went up in is not there any more.
    TargetGone,
    /// What it brought was changed since: these fields.
    Changed(Vec<String>),
}

impl Refusal {
    /// What is wrong, with stable codes; the texts are in the locale files under `fault-CODE`.
    pub fn findings(self) -> Vec<Finding> {
        let one = |code, value: String| vec![Finding::new("", code, value)];
        match self {
            Self::Same => one("merge-same", String::new()),
            Self::Merged(into) => one("merged", into.to_string()),
            Self::TargetNotOpen(number) => one("merge-not-open", number.to_string()),
            Self::Destroyable(number) => one("merge-destroyable", number.to_string()),
            Self::Running(findings) => findings,
            Self::NotMerged => one("not-merged", String::new()),
            Self::TargetGone => one("merge-target-gone", String::new()),
            Self::Changed(fields) => one("merge-changed", fields.join(", ")),
        }
    }
}

/// Is it still written in? Who goes up in another is not.
pub fn is_written(signal: &Signal) -> Result<(), Refusal> {
    signal.merged_into.map_or(Ok(()), |into| Err(Refusal::Merged(into)))
}

/// What there is besides the signals that counts.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The time-outs of the one that goes up.
    pub time_outs: &'a [TimeOut],
    /// The agendas it is on that are not over: the number of the meeting; empty for a candidate.
    pub agendas: &'a [String],
    /// The one of both that may be destroyed.
    pub destroyable: Option<SignalNumber>,
}

/// What becomes of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// The one that goes up in the other, or comes back.
    pub from: Change,
    /// The other.
    pub into: Change,
}

/// Merges `from` into `into`.
///
/// # Errors
/// Why not.
pub fn merge(from: &Signal, into: &Signal, around: Around<'_>, actor: &Actor, now: Instant) -> Result<Both, Refusal> {
    if from.id == into.id {
        return Err(Refusal::Same);
    }
    is_written(from)?;
    is_written(into)?;
    if !into.status.is_open() {
        return Err(Refusal::TargetNotOpen(into.number));
    }
    if let Some(number) = around.destroyable {
        return Err(Refusal::Destroyable(number));
    }
    let running = running(from, around, now);
    if !running.is_empty() {
        return Err(Refusal::Running(running));
    }
    let mut gone = from.clone();
    (gone.status, gone.outcome, gone.merged_into) = (Status::Closed, None, Some(into.number));
    let mut kept = into.clone();
    let mut texts = unite(&from.facts, &mut kept.facts);
    kept.facts.links.retain(|number| *number != into.number);
    add_missing(&mut kept.flags, &from.flags);
    kept.call_backs = calls(&into.call_backs, &from.call_backs);
    decide::renew(&mut kept, actor.account, now);
    decide::date(&mut kept);
    texts.sort_by_key(|text| text.field != "title");
    let fields = differing(into, &kept);
    Ok(Both {
        from: Change { after: gone, entries: vec![entry(LinkedVerb::MergedInto, into, vec![], vec![])] },
        into: Change { after: kept, entries: vec![entry(LinkedVerb::Merged, from, fields, texts)] },
    })
}

/// How both were, as their histories tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The status of the one that went up.
    pub status: Status,
    /// Its outcome.
    pub outcome: Option<Outcome>,
    /// Of the other: name, JSON before and JSON after of what came into it.
    pub fields: Vec<(String, String, String)>,
}

/// Takes a merging back, where what came into the other is still as it came.
///
/// # Errors
/// Why not.
pub fn unmerge(from: &Signal, into: &Signal, before: &Before, actor: &Actor, now: Instant) -> Result<Both, Refusal> {
    if from.merged_into != Some(into.number) {
        return Err(Refusal::NotMerged);
    }
    is_written(into)?;
    let mut now_is = document(into);
    let mut changed = vec![];
    for (field, was, became) in &before.fields {
        let Some(value) = now_is.get_mut(field) else { continue };
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        if *value == read(became) {
            *value = read(was);
        } else {
            changed.push(field.clone());
        }
    }
    if !changed.is_empty() {
        return Err(Refusal::Changed(changed));
    }
    let mut kept = into.clone();
    let broken = |field: &str| Refusal::Changed(vec![field.to_owned()]);
    let mut take = |field: &str| now_is.get_mut(field).map(Value::take).unwrap_or_default();
    kept.call_backs = serde_json::from_value(take("callBacks")).map_err(|_| broken("callBacks"))?;
    kept.flags = serde_json::from_value(take("flags")).map_err(|_| broken("flags"))?;
    if let Some(members) = now_is.as_object_mut() {
        members.retain(|name, _| !OTHERS.contains(&name.as_str()));
    }
    kept.facts = serde_json::from_value(now_is).map_err(|_| broken("facts"))?;
    decide::renew(&mut kept, actor.account, now);
    decide::date(&mut kept);
    let mut back = from.clone();
    (back.status, back.outcome, back.merged_into) = (before.status, before.outcome, None);
    decide::date(&mut back);
    Ok(Both {
        from: Change { after: back, entries: vec![entry(LinkedVerb::Parted, into, vec![], vec![])] },
        into: Change { after: kept, entries: vec![entry(LinkedVerb::Parted, from, vec![], vec![])] },
    })
}

/// What may come into a signal besides its facts.
const OTHERS: [&str; 2] = ["callBacks", "flags"];

/// What may come into a signal from another, as JSON.
pub fn document(signal: &Signal) -> Value {
    let mut document = serde_json::to_value(&signal.facts).unwrap_or_default();
    if let Some(members) = document.as_object_mut() {
        members.insert("callBacks".into(), serde_json::to_value(&signal.call_backs).unwrap_or_default());
        members.insert("flags".into(), serde_json::to_value(&signal.flags).unwrap_or_default());
    }
    document
}

fn differing(before: &Signal, after: &Signal) -> Vec<String> {
    let (before, after) = (document(before), document(after));
    let members = after.as_object().into_iter().flatten();
    let differ = members.filter(|(name, value)| before.get(name.as_str()) != Some(*value));
    let mut names: Vec<String> = differ.map(|(name, _)| name.clone()).collect();
    names.sort_unstable();
    names
}

fn entry(verb: LinkedVerb, other: &Signal, fields: Vec<String>, texts: Vec<NamedText>) -> NewEntry {
    let (id, label) = (other.id.0, other.number.to_string().into());
    let linked = Linked { id, label, verb, action: None, ending: None, on: None, before: None, fields, texts };
    NewEntry { kind: Some(EntryKind::Merge), linked: Some(linked), ..NewEntry::default() }
}

/// What of the one that goes up would be left behind.
fn running(from: &Signal, around: Around<'_>, now: Instant) -> Vec<Finding> {
    let today: Date = zone::date_of(now);
    let time_outs = around.time_outs.iter().filter(|one| one.state_at(now).is_open());
    let time_outs = time_outs.map(|one| ("merge-time-out", one.suspends.decision.organisation.to_string()));
    let arrangements = from.arrangements.iter().map(|one| ("merge-arrangement", one.label.line().into_string()));
    let shares = from.shares.iter().filter(|one| today <= one.until).map(|one| ("merge-share", one.recipient.to_string()));
    let agendas = around.agendas.iter().map(|meeting| match meeting.is_empty() {
        true => ("merge-candidate", String::new()),
        false => ("merge-agenda", meeting.clone()),
    });
    let all = time_outs.chain(arrangements).chain(shares).chain(agendas);
    all.map(|(code, value)| Finding::new("", code, value)).collect()
}

/// Unites facts; gives what `from` says and `into` says otherwise.
fn unite(from: &Facts, into: &mut Facts) -> Vec<NamedText> {
    let mut texts = vec![];
    let mut text = |field: &str, from: &RawText, into: &mut RawText| {
        if into.is_blank() && !from.is_blank() {
            into.clone_from(from);
        } else if from != into && !from.is_blank() {
            texts.push(NamedText { field: field.to_owned(), text: from.clone() });
        }
    };
    text("title", &from.title, &mut into.title);
    text("account", &from.account, &mut into.account);
    text("stalemate", &from.stalemate, &mut into.stalemate);
    text("desiredByHousehold", &from.desired_by_household, &mut into.desired_by_household);
    text("desiredByProfessional", &from.desired_by_professional, &mut into.desired_by_professional);
    text("result", &from.result, &mut into.result);
    text("legalRoom", &from.legal_room, &mut into.legal_room);
    text("urgencyReason", &from.urgency_reason, &mut into.urgency_reason);
    reporter(&from.reporter, &mut into.reporter, &mut texts);
    let mut other = |field: &str, text: String| texts.push(NamedText { field: field.to_owned(), text: text.into() });
    match (from.municipality, into.municipality) {
        (Some(code), Some(known)) if code != known => other("municipality", code.to_string()),
        (code, known) => into.municipality = known.or(code),
    }
    match (&from.household, &into.household) {
        (Some(reference), Some(known)) if reference != known => other("household", String::new()),
        (reference, known) => into.household = known.clone().or_else(|| reference.clone()),
    }
    match (from.budget_cents, into.budget_cents) {
        (Some(cents), Some(known)) if cents != known => other("budgetCents", cents.to_string()),
        (cents, known) => into.budget_cents = known.or(cents),
    }
    match (from.snoozed_until, into.snoozed_until) {
        // Nothing is put off by it: the other is worked on.
        (Some(day), known) if known != Some(day) => other("snoozedUntil", day.to_string()),
        _ => {}
    }
    // Who said nothing about it said normal.
    let (one, known) = (from.urgency.unwrap_or(Urgency::Normal), into.urgency.unwrap_or(Urgency::Normal));
    if one != known && one.is_at_least(known) {
        into.urgency = Some(one);
    } else if one != known && from.urgency.is_some() {
        other("urgency", one.to_string());
    }
    for body in &from.bodies {
        match into.bodies.iter_mut().find(|known| known.organisation == body.organisation) {
            None => into.bodies.push(body.clone()),
            Some(known) if known.position.is_blank() => known.position.clone_from(&body.position),
            Some(known) if known.position == body.position || body.position.is_blank() => {}
            Some(_) => {
                let text = format!("{}: {}", body.organisation, body.position.raw());
                texts.push(NamedText { field: "bodies".into(), text: text.into() });
            }
        }
    }
    add_missing(&mut into.life_domains, &from.life_domains);
    add_missing(&mut into.tried, &from.tried);
    add_missing(&mut into.threats, &from.threats);
    add_missing(&mut into.decisions, &from.decisions);
    add_missing(&mut into.sharing_grounds, &from.sharing_grounds);
    add_missing(&mut into.labels, &from.labels);
    add_missing(&mut into.attachments, &from.attachments);
    add_missing(&mut into.links, &from.links);
    add_missing(&mut into.plan, &from.plan);
    add_missing(&mut into.documents, &from.documents);
    texts
}

/// One person stays one: members are filled in only of who has the same name. How to reach the other is shielded, and is in no text.
fn reporter(from: &Reporter, into: &mut Reporter, texts: &mut Vec<NamedText>) {
    if *into == Reporter::default() {
        into.clone_from(from);
        return;
    }
    let is_same = from.name == into.name;
    let members = [
        ("reporter.name", &from.name, &mut into.name, false),
        ("reporter.function", &from.function, &mut into.function, false),
        ("reporter.organisation", &from.organisation, &mut into.organisation, false),
        ("reporter.phone", &from.phone, &mut into.phone, true),
        ("reporter.mail", &from.mail, &mut into.mail, true),
    ];
    for (field, from, into, is_shielded) in members {
        if from.is_blank() || from == into {
            continue;
        }
        if is_same && into.is_blank() {
            into.clone_from(from);
            continue;
        }
        let text = if is_shielded { RawText::default() } else { from.clone() };
        texts.push(NamedText { field: field.to_owned(), text });
    }
}

/// Adds what is not there, each once.
fn add_missing<T: PartialEq + Clone>(into: &mut Vec<T>, from: &[T]) {
    for one in from {
        if !into.contains(one) {
            into.push(one.clone());
        }
    }
}

/// The promised calls of both: what was promised twice for one moment is one call.
fn calls(into: &[CallBack], from: &[CallBack]) -> Vec<CallBack> {
    let mut calls = into.to_vec();
    for call in from {
        if calls.iter().any(|one| (one.on, one.at) == (call.on, call.at) && one.with == call.with) {
            continue;
        }
        let taken = calls.iter().any(|one| one.number == call.number);
        let free = calls.iter().map(|one| one.number.saturating_add(1)).max().unwrap_or_default();
        calls.push(CallBack { number: if taken { free } else { call.number }, ..call.clone() });
    }
    calls.sort_by_key(|call| (call.on, call.at.is_none(), call.at, call.number));
    calls
}
