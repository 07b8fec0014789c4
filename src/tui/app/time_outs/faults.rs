//! What the server found wrong with a form about a time-out: which field it is about.

use super::super::{State, form::Form, message::Refusal};
use crate::api::problem::Fault;

/// The name in the request, and the name in the form.
const FIELDS: &[(&str, &str)] = &[
    ("decider", "time-out-decider"),
    ("decidedBy", "time-out-decided-by"),
    ("decidedOn", "time-out-decided-on"),
    ("reference", "time-out-reference"),
    ("mandate", "time-out-mandate"),
    ("firstDay", "time-out-first-day"),
    ("lastDay", "time-out-last-day"),
    ("maximum", "time-out-maximum"),
    ("from", "time-out-from"),
    ("reason", "time-out-reason"),
    ("on", "time-out-on"),
];
/// Of a reason that names no field: its code, and the field that decides it. The first that the form has counts.
const REASONS: &[(&str, &str)] = &[
    ("beyond-maximum", "time-out-last-day"),
    ("not-later", "time-out-last-day"),
    ("after-the-end", "time-out-last-day"),
    ("overlaps", "time-out-first-day"),
    ("overlaps", "time-out-last-day"),
    ("emergency-not-today", "time-out-first-day"),
    ("outside-time-out", "time-out-from"),
    ("in-the-future", "time-out-decided-on"),
    ("in-the-future", "time-out-on"),
];

impl State {
    /// What is wrong, in words, and at which field; nothing when it is no form about a time-out or no reason was given.
    pub(in super::super) fn faults_of_time_out(&self, form: &Form, refusal: &Refusal) -> Option<(String, Option<usize>)> {
        let slot = |fault: &Fault| {
            let field = fault.at.rsplit('/').next().unwrap_or_default();
            let (known, name) = if field.is_empty() { (REASONS, fault.code.as_str()) } else { (FIELDS, field) };
            let wanted = known.iter().filter(|(one, _)| *one == name).map(|(_, slot)| *slot);
            wanted.into_iter().find_map(|wanted| form.slots.iter().position(|slot| slot.name == wanted))
        };
        form.purpose.is_about_time_out().then(|| self.words_of_faults(form, refusal, slot)).flatten()
    }
}
