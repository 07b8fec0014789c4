//! Which body or ground a form about an item writes in: known by what it is, since another may add or remove one before it.

use super::{
    super::{
        State,
        form::{Form, Purpose},
    },
    AgendaForm, ItemPart,
};
use crate::{
    api::meeting::AgendaItemDetail,
    domain::{
        ids::AgendaItemId,
        meeting::{AgendaItemFacts, ItemGround},
    },
};

/// What stands at the place of a part: the body, or what a ground is and for whom; empty behind the last ground. Nothing: the part
/// is no row.
pub(super) fn row_of(part: ItemPart, facts: &AgendaItemFacts) -> Option<String> {
    match part {
        ItemPart::Body(key) => {
            facts.bodies.iter().find(|body| key.is(&body.organisation)).map(|body| body.organisation.to_string())
        }
        ItemPart::Ground(at) => Some(facts.grounds.get(usize::from(at)).map(named).unwrap_or_default()),
        _ => None,
    }
}

fn named(ground: &ItemGround) -> String {
    let bodies: Vec<&str> = ground.bodies.iter().map(|code| code.as_str()).collect();
    format!("{} {}", bodies.join(" "), ground.basis.raw())
}

/// The part as it stands now; nothing: that row is gone.
fn now(part: ItemPart, row: &str, facts: &AgendaItemFacts) -> Option<ItemPart> {
    if row_of(part, facts).as_deref() == Some(row) {
        return Some(part);
    }
    let place = |at: usize| u8::try_from(at).ok();
    match part {
        ItemPart::Body(_) => None,
        ItemPart::Ground(_) if row.is_empty() => place(facts.grounds.len()).map(ItemPart::Ground),
        ItemPart::Ground(_) => {
            let at = facts.grounds.iter().position(|ground| named(ground) == row)?;
            place(at).map(ItemPart::Ground)
        }
        _ => Some(part),
    }
}

impl State {
    /// The part that a form writes in, as it was read last; nothing: it is gone.
    pub(super) fn part_now(&self, id: AgendaItemId, part: ItemPart, form: &Form) -> Option<ItemPart> {
        match (&form.row, self.item_read_of(id)) {
            (Some(row), Some((item, ..))) => now(part, row, &item.facts),
            _ => Some(part),
        }
    }

    /// Fills a form about a body or a ground with that row of what was read, wherever it stands now. Says whether it is such a form:
    /// one whose row is gone keeps what was typed, is refused, and cannot be saved.
    pub(super) fn fill_row(&mut self, purpose: Purpose, found: &AgendaItemDetail) -> bool {
        let Purpose::Agenda(AgendaForm::Item(id, part @ (ItemPart::Body(_) | ItemPart::Ground(_)))) = purpose else {
            return false;
        };
        let (facts, gone) = (&found.item.facts, self.texts.get("agenda-row-gone"));
        let Some(form) = self.form_for(purpose) else { return false };
        let row = form.row.clone().or_else(|| row_of(part, facts));
        let Some(row) = row.filter(|row| now(part, row, facts).is_some()) else {
            form.refused = Some(gone);
            return true;
        };
        form.row = Some(row.clone());
        let part = now(part, &row, facts).unwrap_or(part);
        let values = self.values_of_item(Purpose::Agenda(AgendaForm::Item(id, part)), facts).unwrap_or_default();
        self.refill(purpose, found.item.version, "", &values);
        true
    }
}
