//! What to look at again before saving. A doubt is said and never holds anything up.

use super::{
    form::{Form, Kind},
    template,
};
use crate::domain::personal;

/// The field that is doubtful, the key of a text, and what goes into it.
pub type Doubt = (usize, &'static str, String);

/// The doubt about a field of a form.
pub fn of_slot(form: &Form, at: usize) -> Option<Doubt> {
    let slot = form.slots.get(at)?;
    if !matches!(slot.kind, Kind::Line | Kind::Block) {
        return None;
    }
    let text = slot.field.text();
    if let Some(name) = template::unfilled(text) {
        return Some((at, "doubt-unfilled", format!("{{{name}}}")));
    }
    if slot.name != "intake-title" {
        return None;
    }
    let (kind, words) = personal::find(text)?;
    let key = match kind {
        personal::Kind::Name => "doubt-name",
        personal::Kind::Age => "doubt-age",
        personal::Kind::Diagnosis => "doubt-diagnosis",
        personal::Kind::Nationality => "doubt-nationality",
    };
    Some((at, key, words))
}

/// The doubt to say: about the field with the cursor, else the first there is.
pub fn of_form(form: &Form) -> Option<Doubt> {
    of_slot(form, form.focus).or_else(|| (0..form.slots.len()).find_map(|at| of_slot(form, at)))
}
