//! What is recorded about a moratorium, bridging or commitment, field by field in words.

use super::Texts;
use crate::domain::{
    bridging::BridgingFacts,
    commitment::{CommitmentFacts, CommitmentSource},
    moratorium::MoratoriumFacts,
    text::RawText,
};

/// Facts that can be told field by field.
pub trait FieldsInWords {
    /// Each field by its name in the data with its value; an empty value is left out by whoever shows it. The name of a field
    /// is the text `KIND-field-NAME`.
    fn fields(&self, texts: &Texts) -> Vec<(&'static str, String)>;
}

fn line(text: &RawText) -> String {
    text.line().into_string()
}

impl FieldsInWords for MoratoriumFacts {
    fn fields(&self, texts: &Texts) -> Vec<(&'static str, String)> {
        let creditors: Vec<String> = self.creditors.iter().map(line).collect();
        vec![
            ("kind", texts.get(&format!("moratorium-kind-{}", self.kind))),
            ("setBy", line(&self.set_by)),
            ("decidedOn", self.decided_on.map(|day| texts.day(day)).unwrap_or_default()),
            ("firstDay", texts.day(self.first_day)),
            ("lastDay", texts.day(self.last_day)),
            ("creditors", creditors.join(", ")),
            ("conditions", line(&self.conditions)),
        ]
    }
}

impl FieldsInWords for BridgingFacts {
    fn fields(&self, texts: &Texts) -> Vec<(&'static str, String)> {
        let payers: Vec<String> = self.candidate_payers.iter().map(|payer| texts.get(&format!("payer-{payer}"))).collect();
        vec![
            ("care", line(&self.care)),
            ("availableAt", line(&self.available_at)),
            ("agreedOn", self.agreed_on.map(|day| texts.day(day)).unwrap_or_default()),
            ("provisionalPayer", line(&self.provisional_payer)),
            ("candidatePayers", payers.join(", ")),
            ("startsOn", texts.day(self.starts_on)),
            ("settleBy", texts.day(self.settle_by)),
        ]
    }
}

impl FieldsInWords for CommitmentFacts {
    fn fields(&self, texts: &Texts) -> Vec<(&'static str, String)> {
        let source = self.source.as_ref().map(|source| match source {
            CommitmentSource::PhoneCall { on } => texts.with("commitment-source-phone-call", &[("day", texts.day(*on).into())]),
            CommitmentSource::AgendaItem { meeting, on, .. } => {
                let values = [("meeting", meeting.to_string().into()), ("day", texts.day(*on).into())];
                texts.with("commitment-source-agenda-item", &values)
            }
        });
        vec![
            ("text", line(&self.text)),
            ("organisation", self.organisation.to_string()),
            ("person", line(&self.person)),
            ("to", line(&self.to)),
            ("source", source.unwrap_or_default()),
            ("due", texts.day(self.due.on)),
            ("evidence", line(&self.evidence)),
        ]
    }
}
