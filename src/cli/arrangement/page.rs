//! One moratorium, bridging or commitment on a page: what is recorded, where it stands, how its day was counted.

use crate::{
    api::{arrangement::ArrangementDetail, term::Line},
    cli::call::{Call, Stop},
    domain::{
        arrangement::ArrangementFacts,
        bridging::BridgingFacts,
        commitment::{CommitmentFacts, CommitmentSource},
        moratorium::MoratoriumFacts,
        text::{RawText, SafeText},
    },
    locale::{Language, Texts},
};

/// The fields of a kind, by their name in the data.
pub(super) trait Page {
    /// Name and value of each; an empty value is left out.
    fn fields(&self, texts: &Texts) -> Vec<(&'static str, String)>;
}

/// Prints it.
pub(super) fn told<F: ArrangementFacts + Page>(call: &mut Call, found: &ArrangementDetail<F>, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let page = page(found, &call.texts, call.config.language.value);
    call.print_block(&page)
}

fn page<F: ArrangementFacts + Page>(found: &ArrangementDetail<F>, texts: &Texts, language: Language) -> String {
    let (item, kind) = (&found.item, F::KIND);
    let mut lines = vec![];
    let mut field = |name: String, value: String| {
        if !value.trim().is_empty() {
            lines.push(format!("{name:24} {}", SafeText::line(value.trim())));
        }
    };
    let column = |name: &str| texts.get(&format!("cli-arrangement-column-{name}"));
    let words = |line: &Line| if language == Language::Dutch { line.nl.clone() } else { line.en.clone() };
    field(column("number"), item.signal_number.to_string());
    field(column("id"), item.id.to_string());
    let state = texts.get(&format!("arrangement-state-{kind}-{}", found.state));
    let closed = item.closed.as_ref().map(|closed| format!(" ({}, {})", texts.day(closed.on), closed.by_name.line()));
    field(column("state"), format!("{state}{}", closed.unwrap_or_default()));
    for (name, value) in item.facts.fields(texts) {
        field(texts.get(&format!("{kind}-field-{name}")), value);
    }
    field(column("closed"), item.closed.as_ref().map(|closed| closed.text.line().into_string()).unwrap_or_default());
    field(
        column("recorded"),
        format!("{} {}", texts.day(crate::domain::zone::date_of(item.recorded_at)), item.recorded_by_name.line()),
    );
    found.steps.iter().for_each(|line| field(column("step"), words(line)));
    found.warnings.iter().for_each(|line| field(column("warning"), words(line)));
    lines.join("\n")
}

fn line(text: &RawText) -> String {
    text.line().into_string()
}

impl Page for MoratoriumFacts {
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

impl Page for BridgingFacts {
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

impl Page for CommitmentFacts {
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
