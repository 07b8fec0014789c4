//! What the server found wrong with a form, field by field.

use super::super::{
    State,
    form::{Form, Purpose},
    message::Refusal,
};
use crate::{api::problem::Fault, domain::arrangement::ArrangementKind};

/// The fields of a kind: the name in the request, and the name in the form.
const MORATORIUM: &[(&str, &str)] = &[
    ("kind", "moratorium-kind"),
    ("setBy", "moratorium-by"),
    ("decidedOn", "moratorium-decided-on"),
    ("firstDay", "moratorium-first-day"),
    ("lastDay", "moratorium-last-day"),
    ("creditors", "moratorium-creditors"),
    ("conditions", "moratorium-conditions"),
];
const BRIDGING: &[(&str, &str)] = &[
    ("care", "bridging-care"),
    ("availableAt", "bridging-at"),
    ("agreedOn", "bridging-agreed-on"),
    ("provisionalPayer", "bridging-payer"),
    ("candidatePayers", "bridging-candidates"),
    ("startsOn", "bridging-starts-on"),
    ("settleBy", "bridging-settle-by"),
    ("settlement", "bridging-settlement"),
];
const COMMITMENT: &[(&str, &str)] = &[
    ("text", "commitment-text"),
    ("organisation", "commitment-body"),
    ("person", "commitment-person"),
    ("to", "commitment-to"),
    ("source", "commitment-called-on"),
    ("due", "commitment-due"),
    ("evidence", "commitment-evidence"),
    ("evidence", "arrangement-evidence"),
];
const ANY: &[(&str, &str)] = &[("from", "arrangement-from"), ("on", "arrangement-on"), ("reason", "arrangement-reason")];

impl State {
    /// What is wrong with each field, in one sentence after the other, and the first of them; nothing when the server named none.
    pub(in super::super) fn faults_of_arrangement(&self, form: &Form, refusal: &Refusal) -> Option<(String, Option<usize>)> {
        let (Purpose::Record(kind, _) | Purpose::Arrange(_, kind, _)) = form.purpose else { return None };
        let fields = match kind {
            ArrangementKind::Moratorium => MORATORIUM,
            ArrangementKind::Bridging => BRIDGING,
            ArrangementKind::Commitment => COMMITMENT,
        };
        let slot = |fault: &Fault| {
            let name = fault.at.trim_start_matches("/facts").trim_start_matches('/').split('/').next()?;
            let known = fields.iter().chain(ANY).filter(|(field, _)| *field == name).map(|(_, slot)| *slot);
            known.into_iter().find_map(|wanted| form.slots.iter().position(|slot| slot.name == wanted))
        };
        self.words_of_faults(form, refusal, slot)
    }
}
