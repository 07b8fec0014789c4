//! Which fields of a signal a change touches, with short texts of before and after for the timeline.

use super::{Signal, decide::Wanted};
use crate::domain::text::RawText;

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field as on the wire.
    pub field: &'static str,
    /// The value before, short; nothing for a personal field.
    pub old: Option<RawText>,
    /// The value after, short; nothing for a personal field.
    pub new: Option<RawText>,
}

/// Most characters of a value in the timeline.
const SHORT: usize = 200;

/// What differs between a signal and what is wanted of it, in the order of the fields.
pub fn of(before: &Signal, wanted: &Wanted) -> Vec<FieldChange> {
    let (old, new) = (&before.facts, &wanted.facts);
    let mut changes = vec![];
    let mut see = |field, differs: bool, values: Option<(String, String)>| {
        if differs {
            let (old, new) = values.map_or((None, None), |(old, new)| (Some(short(&old)), Some(short(&new))));
            changes.push(FieldChange { field, old, new });
        }
    };
    macro_rules! field {
        ($name:literal, $field:ident, $show:expr) => {
            see($name, old.$field != new.$field, Some(($show(&old.$field), $show(&new.$field))))
        };
    }
    let raw = |text: &RawText| text.raw().to_owned();
    see("status", before.status != wanted.status, Some((before.status.code().into(), wanted.status.code().into())));
    see(
        "outcome",
        before.outcome != wanted.outcome,
        Some((before.outcome.map_or("", |o| o.code()).into(), wanted.outcome.map_or("", |o| o.code()).into())),
    );
    field!("title", title, raw);
    see("account", old.account != new.account, None);
    see("reporter", old.reporter != new.reporter, None);
    field!("municipality", municipality, |code: &Option<_>| option(code));
    see("household", old.household != new.household, None);
    field!("lifeDomains", life_domains, |all: &Vec<super::LifeDomain>| join(all.iter().map(|d| d.code())));
    field!("bodies", bodies, |all: &Vec<super::Body>| join(all.iter().map(|b| b.organisation.as_str())));
    field!("stalemate", stalemate, raw);
    field!("tried", tried, |all: &Vec<super::Attempt>| join(all.iter().map(|a| a.what.raw())));
    field!("threats", threats, |all: &Vec<super::Threat>| {
        join(all.iter().map(|t| format!("{} {}", t.what.raw(), option(&t.on)).trim_end().to_owned()))
    });
    field!("decisions", decisions, |all: &Vec<super::Decision>| {
        join(all.iter().map(|d| {
            let letter = d.dated_on.filter(|_| d.dated_on != d.announced_on);
            let days = format!("{} {}", option(&d.announced_on), option(&letter));
            format!("{} {} {}", d.organisation, d.reference.raw(), days.trim()).trim_end().to_owned()
        }))
    });
    field!("desiredByHousehold", desired_by_household, raw);
    field!("desiredByProfessional", desired_by_professional, raw);
    field!("sharingGrounds", sharing_grounds, |all: &Vec<super::SharingGround>| join(all.iter().map(|g| g.basis.raw())));
    field!("urgency", urgency, |urgency: &Option<super::Urgency>| option(urgency));
    field!("urgencyReason", urgency_reason, raw);
    field!("labels", labels, |all: &Vec<RawText>| join(all.iter().map(RawText::raw)));
    field!("attachments", attachments, |all: &Vec<super::Attachment>| join(all.iter().map(|a| a.name.raw())));
    field!("snoozedUntil", snoozed_until, |date: &Option<_>| option(date));
    field!("links", links, |all: &Vec<_>| join(all.iter().map(ToString::to_string)));
    field!("plan", plan, |all: &Vec<super::PlanStep>| {
        join(all.iter().map(|step| format!("{} {}", step.what.raw(), option(&step.due)).trim_end().to_owned()))
    });
    field!("documents", documents, |all: &Vec<super::DocumentLink>| join(all.iter().map(|one| one.title.raw())));
    field!("result", result, raw);
    field!("legalRoom", legal_room, raw);
    field!("budgetCents", budget_cents, |cents: &Option<_>| option(cents));
    changes
}

fn option<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn join<T: AsRef<str>>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(", ")
}

fn short(text: &str) -> RawText {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => RawText(format!("{}…", &text[..end])),
        None => text.into(),
    }
}
