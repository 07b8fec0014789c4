//! What may be taken back when a meeting is over: that it was held, and a ground for sharing that ends. Both after a question that
//! says what it means.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        message::Effect,
    },
    AgendaCall, AgendaChoice, AgendaRow,
    deeds::Deed,
};
use crate::{
    api::meeting::{AgendaItemDetail, AgendaItemPatch},
    domain::{
        ids::{AgendaItemId, OrganisationCode},
        meeting::{AgendaItem, ItemGround},
    },
};

/// What ends of an item: the ground at this place, for this body alone; nothing: for all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundEnd {
    item: AgendaItemId,
    /// The version of the item that was seen.
    version: i64,
    at: usize,
    body: Option<OrganisationCode>,
}

impl State {
    /// Asks whether a meeting was not held after all.
    pub(super) fn ask_unheld(&mut self) -> Vec<Effect> {
        let Some(meeting) = self.meeting().cloned() else { return vec![] };
        let items = vec![
            self.answer("propose-cancel", Choice::Nothing),
            self.answer("agenda-unhold", Choice::Agenda(AgendaChoice::Unhold(meeting.id, meeting.version))),
        ];
        let title = self.texts.with("agenda-unhold-title", &[("number", meeting.number.to_string().into())]);
        let about = vec![self.texts.get("agenda-unhold-about")];
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// Which ground of the item ends, and for whom.
    pub(super) fn menu_grounds(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::EndGround) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let Some((item, ..)) = self.item_read_of(id) else { return vec![] };
        let today = self.today;
        let holds = |(_, ground): &(usize, &ItemGround)| ground.until.is_none_or(|until| today <= until);
        let mut ends: Vec<(GroundEnd, String)> = vec![];
        for (at, ground) in item.facts.grounds.iter().enumerate().filter(holds).filter(|(_, ground)| !ground.bodies.is_empty()) {
            let end = |body| GroundEnd { item: id, version: item.version, at, body };
            ends.push((end(None), format!("{}: {}", ground.basis.line(), self.body_words(&ground.bodies, ", "))));
            let several = ground.bodies.iter().filter(|_| ground.bodies.len() > 1);
            ends.extend(several.map(|code| {
                let values = [("ground", ground.basis.line().into()), ("body", self.body_word(code).into())];
                (end(Some(code.clone())), self.texts.with("ground-for-one", &values))
            }));
        }
        if ends.is_empty() {
            self.say_with(Tone::Info, "ground-none", &[]);
            return vec![];
        }
        let line = |((end, label), at): ((GroundEnd, String), u32)| Item {
            letter: char::from_digit(at, 36).unwrap_or('·'),
            label,
            note: String::new(),
            choice: Choice::Agenda(AgendaChoice::EndGround(end, false)),
        };
        let items = ends.into_iter().zip(1..).map(line).collect();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-ground"), items)));
        vec![]
    }

    /// Asks whether it ends, or ends it.
    pub(super) fn end_ground(&mut self, end: GroundEnd, asked: bool) -> Vec<Effect> {
        let found = self.item_read_of(end.item).map(|(item, ..)| item.clone()).filter(|item| item.version == end.version);
        let Some((item, grounds)) = found.and_then(|item| Some((item.clone(), self.grounds_without(&item, &end)?))) else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return vec![];
        };
        if asked {
            let patch = AgendaItemPatch { grounds: Some(grounds), ..AgendaItemPatch::default() };
            self.say_with(Tone::Info, "agenda-saving", &[]);
            return self.do_on_agenda(Deed::EndGround, AgendaCall::Edit(end.item, end.version, patch));
        }
        let ground = &item.facts.grounds[end.at];
        let bodies = end.body.as_ref().map_or_else(|| self.body_words(&ground.bodies, ", "), |code| self.body_word(code));
        let title = self.texts.with("choose-end-ground", &[("bodies", bodies.into())]);
        let about = vec![ground.basis.line().into_string(), self.texts.get("end-ground-why")];
        let items = vec![
            self.answer("end-ground-no", Choice::Nothing),
            self.answer("end-ground-yes", Choice::Agenda(AgendaChoice::EndGround(end, true))),
        ];
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// The grounds of an item once this ended: yesterday was its last day, or the body is no longer in it.
    fn grounds_without(&self, item: &AgendaItem, end: &GroundEnd) -> Option<Vec<ItemGround>> {
        let mut grounds = item.facts.grounds.clone();
        let ground = grounds.get_mut(end.at)?;
        match &end.body {
            Some(code) => ground.bodies.retain(|body| body != code),
            None => ground.until = self.today.pred_opt(),
        }
        Some(grounds)
    }

    /// A ground ended.
    pub(super) fn ground_ended(&mut self, found: AgendaItemDetail) {
        let undoable = self.wrote(&found);
        let title = self.replica.agendas().item(found.item.id).map(|item| self.item_title(item)).unwrap_or_default();
        self.keep_item(found);
        self.say_with(Tone::Done, "done-agenda-ground", &[("title", title.into())]);
        if undoable {
            self.offer_undo();
        }
    }
}
