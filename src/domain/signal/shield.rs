//! What of a case is shielded (afgeschermd): how to reach who reported it, and what names the household or the report elsewhere. A
//! case is read without it; it is shown for a reveal, which is written down first.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{Entry, EntryKind, Reporter, Signal, Source};
use crate::domain::{role::coded_enum, text::RawText};

coded_enum!(
    /// A shielded field.
    ShieldedField {
        /// The phone number of the reporter.
        ReporterPhone = "reporter.phone",
        /// The mail address of the reporter.
        ReporterMail = "reporter.mail",
        /// The sender's own reference.
        SourceReference = "source.reference",
        /// The reference of the household.
        Household = "household",
    }
);

impl ShieldedField {
    /// Where it stands in a signal on the wire.
    fn in_signal(self) -> &'static [&'static str] {
        match self {
            Self::ReporterPhone => &["facts", "reporter", "phone"],
            Self::ReporterMail => &["facts", "reporter", "mail"],
            Self::SourceReference => &["source", "reference"],
            Self::Household => &["facts", "household"],
        }
    }

    /// Where it stands in a case for people outside.
    fn in_case(self) -> &'static [&'static str] {
        match self {
            Self::ReporterPhone => &["reporter", "phone"],
            Self::ReporterMail => &["reporter", "mail"],
            Self::SourceReference => &[],
            Self::Household => &["household"],
        }
    }
}

/// What stands in a shielded field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShieldedValue {
    /// Which.
    pub field: ShieldedField,
    /// What stands in it.
    pub value: RawText,
}

/// The shielded values of a case, shown to who asked. That is written down.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reveal {
    /// The version of the signal in whose history it stands; not for people outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// What there is, in the order of the fields.
    pub values: Vec<ShieldedValue>,
}

impl Reveal {
    /// What stands in a field.
    pub fn value(&self, field: ShieldedField) -> Option<&RawText> {
        self.values.iter().find(|one| one.field == field).map(|one| &one.value)
    }
}

/// Takes out what is shielded. What is blank is not there.
pub fn take(reporter: &mut Reporter, source: Option<&mut Source>, household: &mut Option<String>) -> Vec<ShieldedValue> {
    let mut taken = vec![];
    let mut keep = |field, value: RawText| {
        if !value.is_blank() {
            taken.push(ShieldedValue { field, value });
        }
    };
    keep(ShieldedField::ReporterPhone, std::mem::take(&mut reporter.phone));
    keep(ShieldedField::ReporterMail, std::mem::take(&mut reporter.mail));
    keep(ShieldedField::SourceReference, source.map(|source| std::mem::take(&mut source.reference)).unwrap_or_default());
    keep(ShieldedField::Household, household.take().unwrap_or_default().into());
    taken
}

/// Puts back what was taken.
pub fn put_back(reveal: &Reveal, reporter: &mut Reporter, source: Option<&mut Source>, household: &mut Option<String>) {
    let value = |field| reveal.value(field).cloned().unwrap_or_default();
    (reporter.phone, reporter.mail) = (value(ShieldedField::ReporterPhone), value(ShieldedField::ReporterMail));
    if let Some(source) = source {
        source.reference = value(ShieldedField::SourceReference);
    }
    *household = reveal.value(ShieldedField::Household).map(|value| value.raw().to_owned());
}

/// The fields of these values.
pub fn fields(values: &[ShieldedValue]) -> Vec<ShieldedField> {
    values.iter().map(|one| one.field).collect()
}

/// The codes of these fields, as an entry of the timeline names them.
pub fn codes(fields: &[ShieldedField]) -> RawText {
    fields.iter().map(|field| field.code()).collect::<Vec<_>>().join(", ").into()
}

impl Signal {
    /// Takes out what is shielded, and says in it what there is.
    pub fn shield(&mut self) -> Vec<ShieldedValue> {
        let taken = take(&mut self.facts.reporter, self.source.as_mut(), &mut self.facts.household);
        self.shielded.extend(fields(&taken));
        self.timeline.iter_mut().for_each(shield_entry);
        taken
    }

    /// Puts back what was shown of it.
    pub fn unshield(&mut self, reveal: &Reveal) {
        let facts = &mut self.facts;
        put_back(reveal, &mut facts.reporter, self.source.as_mut(), &mut facts.household);
        self.shielded.clear();
        self.version = reveal.version.unwrap_or(self.version);
    }

    /// Without what is shielded, as it is answered: those fields are absent.
    ///
    /// # Errors
    /// As the serialiser.
    pub fn without_shielded(mut self) -> Result<Value, serde_json::Error> {
        self.shield();
        without(serde_json::to_value(&self)?, ShieldedField::in_signal)
    }
}

/// Entries that were written before the reference of a household was shielded hold what it was and became.
fn shield_entry(entry: &mut Entry) {
    if entry.kind == EntryKind::Change && entry.text.raw() == "household" {
        (entry.old, entry.new) = (None, None);
    }
}

/// A case for people outside, which was shielded already, without the members themselves.
///
/// # Errors
/// As the serialiser.
pub fn case_without(case: &impl Serialize) -> Result<Value, serde_json::Error> {
    without(serde_json::to_value(case)?, ShieldedField::in_case)
}

/// Takes the members away: an empty one could be sent back, and would empty the field.
fn without(mut whole: Value, place: fn(ShieldedField) -> &'static [&'static str]) -> Result<Value, serde_json::Error> {
    for field in ShieldedField::ALL {
        if let [above @ .., name] = place(*field) {
            let within = above.iter().try_fold(&mut whole, |value, name| value.get_mut(*name));
            within.and_then(Value::as_object_mut).and_then(|members| members.remove(*name));
        }
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::{super::bare::bare, *};

    fn full() -> Signal {
        let mut signal = bare();
        signal.facts.reporter.name = "A. Hoekema".into();
        signal.facts.reporter.phone = "+31 85 555 7468".into();
        signal.facts.reporter.mail = "a@voorbeeld.nl".into();
        signal.facts.household = Some("H-7K2F".into());
        signal.source = Some(Source { system: "kenmerk".into(), reference: "2026/17".into() });
        signal
    }

    #[test]
    fn what_is_shielded_is_absent_and_named() {
        let shown = full().without_shielded().unwrap();
        let text = shown.to_string();
        for secret in ["555 7468", "a@voorbeeld", "H-7K2F", "2026/17"] {
            assert!(!text.contains(secret), "{text}");
        }
        assert_eq!(shown["shielded"], serde_json::json!(["reporter.phone", "reporter.mail", "source.reference", "household"]));
        assert_eq!(shown["facts"]["reporter"]["name"], "A. Hoekema");
        assert!(shown["facts"]["reporter"].get("phone").is_none() && shown["facts"].get("household").is_none());
        let read: Signal = serde_json::from_value(shown).unwrap();
        assert_eq!(read.shielded, ShieldedField::ALL);
    }

    #[test]
    fn what_is_not_there_is_not_named_and_what_is_taken_is_all_of_it() {
        assert!(bare().without_shielded().unwrap().get("shielded").is_none());
        let mut signal = full();
        let taken = signal.shield();
        assert_eq!(fields(&taken), ShieldedField::ALL);
        assert_eq!(taken[3].value.raw(), "H-7K2F");
        assert_eq!(codes(&fields(&taken[..2])).raw(), "reporter.phone, reporter.mail");
        signal.unshield(&Reveal { version: Some(1), values: taken });
        assert_eq!(signal, full());
    }
}
