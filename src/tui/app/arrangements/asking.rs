//! What is asked before one is closed: its day leaves the board, and with it every alarm.

use super::{
    super::{
        State,
        choose::{Choice, Choose, Item},
        form::{Form, Purpose},
    },
    Deed,
};

impl State {
    /// The question before a form that closes one is sent; nothing: it is sent at once.
    pub(in super::super) fn question_of_arrangement(&self, form: &Form) -> Option<Choose> {
        let Purpose::Arrange(deed, kind, _) = form.purpose else { return None };
        if !matches!(deed, Deed::End | Deed::Settle | Deed::Keep | Deed::Lapse) {
            return None;
        }
        let texts = &self.texts;
        let name = if deed == Deed::End { "arrangement-from" } else { "arrangement-on" };
        let day = form.slots.iter().find(|slot| slot.name == name).and_then(|slot| slot.date(self.today));
        let day = day.map(|day| texts.day(day)).unwrap_or_default();
        let what = texts.get(&format!("deadline-kind-{kind}"));
        let said = texts.with(&format!("close-{deed}-says"), &[("what", what.into()), ("day", day.into())]);
        let about = vec![form.subject.clone(), said, texts.get("close-leaves-board")];
        let item = |key: &str, choice| Item::of(texts, key, choice);
        let items = vec![item("propose-cancel", Choice::Nothing), item(&format!("close-{deed}"), Choice::Propose)];
        Some(Choose::new(texts.get(form.purpose.title()), items).about(about))
    }
}
