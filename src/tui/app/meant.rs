//! What may stand in a field, to choose from: of a name that is not one municipality the ones it may be, of a meeting those that are
//! planned.

use std::sync::Arc;

use super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    form::Kind,
    message::Effect,
    reference::Reference,
};
use crate::domain::{
    meeting::{MeetingState, MeetingSummary},
    municipality::NotFound,
};

/// Of a list of bodies what stands before the first name of a municipality that none has, the name, and what stands after it.
fn unknown_municipality<'a>(reference: &Reference, text: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
    let mut from = 0;
    for part in text.split([';', ',']) {
        let start = from + (part.len() - part.trim_start().len());
        let end = from + part.trim_end().len();
        from += part.len() + 1;
        let name = ["gemeente ", "gem. ", "gem "].iter().find_map(|word| {
            let whole = text.get(start..end)?;
            whole.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).map(|head| &whole[head.len()..])
        });
        if let Some(name) = name.filter(|_| reference.organisations_in(part).is_err()) {
            return Some((&text[..start], name.trim(), &text[end..]));
        }
    }
    None
}

/// The field that holds the number of a meeting.
pub const MEETING: &str = "let-meeting";

impl State {
    /// Opens the choice of the meetings that are planned; says whether there are any.
    pub(super) fn choose_planned(&mut self) -> bool {
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return false };
        if form.focused().is_none_or(|slot| slot.name != MEETING) {
            return false;
        }
        let open = self.coming_meetings().into_iter();
        let item = |(at, meeting): (u32, &Arc<MeetingSummary>)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: format!("{}  {}", meeting.number, self.day_of_meeting(meeting)),
            note: match meeting.state {
                MeetingState::Fixed => format!("{}, {}", self.free_words(meeting), self.texts.get("meeting-fixed-already")),
                _ => self.free_words(meeting),
            },
            choice: Choice::Fill(meeting.number.to_string()),
        };
        let items: Vec<Item> = (1..).zip(open).map(item).collect();
        if items.is_empty() {
            return false;
        }
        let Some(Modal::Form(form)) = self.modals.last() else { return false };
        let typed = form.text(MEETING);
        let here = items.iter().position(|item| item.choice == Choice::Fill(typed.to_owned())).unwrap_or_default();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-meeting"), items).at(here)));
        true
    }

    /// Opens the choice when the field with the cursor holds a name that several municipalities may be; one alone is taken. Nothing: it
    /// may be none, or is one.
    pub(super) fn choose_meant(&mut self) -> Option<Vec<Effect>> {
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return None };
        // What only one of them begins with is that one: there is nothing to choose.
        form.complete(&self.reference);
        let items = self.meant()?;
        if let [Item { choice: Choice::Fill(only), .. }] = &items[..] {
            let only = only.clone();
            return Some(self.fill_and_go_on(&only));
        }
        let title = self.texts.get("choose-municipality");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        Some(vec![])
    }

    /// The municipalities that the name in the field with the cursor may be; nothing when it is one, or none is like it.
    pub(super) fn meant(&self) -> Option<Vec<Item>> {
        let Some(Modal::Form(form)) = self.modals.last() else { return None };
        let slot = form.slots.get(form.focus).filter(|slot| !slot.field.is_blank())?;
        let text = slot.field.text();
        // Among bodies it is the one that is called a municipality and is none.
        let (before, name, after) = match slot.kind {
            Kind::Municipality => ("", text, ""),
            Kind::Organisations => unknown_municipality(&self.reference, text)?,
            _ => return None,
        };
        let among = slot.kind == Kind::Organisations;
        let (Err(NotFound::Ambiguous(several)) | Err(NotFound::Unknown(several))) = self.reference.gazetteer.resolve(name) else {
            return None;
        };
        let filled = |name: &str| if among { format!("{before}gemeente {name}{after}") } else { name.to_owned() };
        let item = |(at, one): (usize, &crate::domain::municipality::Municipality)| Item {
            letter: char::from_digit(at as u32 + 1, 10).unwrap_or(' '),
            label: one.name.clone(),
            note: one.province.clone(),
            choice: Choice::Fill(filled(&one.name)),
        };
        let items: Vec<Item> = several.iter().enumerate().map(item).collect();
        (!items.is_empty()).then_some(items)
    }

    /// Puts a chosen text into the field with the cursor and goes on to the next.
    pub(super) fn fill_and_go_on(&mut self, text: &str) -> Vec<Effect> {
        if let Some((field, _)) = self.focused_field() {
            field.replace_all(text);
        }
        let effects = self.typed_something();
        let today = self.today;
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.move_focus(true, today);
        }
        effects
    }
}
