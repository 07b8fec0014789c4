//! Two people wrote something else in the same fields: each field with what stood there, what each wrote, and which of it counts. No button
//! loses a letter: the form lies under it with what was typed, and what is not saved stays a draft.

use super::{
    Modal, State, Tone,
    choosing::word_of,
    command::Command,
    form::{Form, Kind, Purpose},
    forms::intake,
    layout,
    message::Effect,
    wrap::wrap,
};
use crate::domain::text::{RawText, SafeText};

/// The size of the window, when there is room for it.
pub const FRAME: (u16, u16) = (96, 24);

/// Which text of a field counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the user typed.
    Mine,
    /// What somebody else wrote.
    Theirs,
}

/// A field that differs, as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The field.
    pub name: &'static str,
    /// What stood there before either wrote.
    pub base: String,
    /// What the user typed.
    pub mine: String,
    /// What somebody else wrote.
    pub theirs: String,
    /// Which counts; nothing: the user is to say so.
    pub side: Option<Side>,
    /// Did both write something else?
    pub clashes: bool,
}

/// A button below the fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Closes, with what was typed kept as a draft.
    Keep,
    /// Back to the form, where nothing is kept as a draft.
    ToForm,
    /// Saves what was chosen.
    Save,
    /// Sets what was typed aside as a draft, and closes.
    Drop,
}

/// The window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The form it is about; it lies right under it.
    pub purpose: Purpose,
    /// Who wrote the other texts.
    pub by: String,
    /// The version that what was typed is based on, and the one it is now.
    pub versions: (Option<i64>, Option<i64>),
    /// The fields in which anything differs.
    pub rows: Vec<Row>,
    /// Which has the cursor.
    pub row: usize,
    /// Which button Enter presses.
    pub button: usize,
    /// Are the texts of the field with the cursor shown whole, from which line on?
    pub whole: Option<usize>,
}

impl Conflict {
    fn of(form: &Form) -> Self {
        let theirs = form.theirs.clone().unwrap_or_default();
        let row = |slot: &super::form::Slot| {
            let other = theirs.fields.iter().find(|other| other.name == slot.name);
            let changed = form.is_changed(slot.name);
            let side = match (other, changed) {
                (None, false) => return None,
                (Some(other), true) if !other.settled => None,
                (_, true) => Some(Side::Mine),
                (Some(_), false) => Some(Side::Theirs),
            };
            let texts = (form.base_of(slot.name).to_owned(), slot.field.text().to_owned(), form.theirs_in(slot.name).to_owned());
            let clashes = side.is_none();
            // Who did not touch a field meant what stood there.
            let mine = if side == Some(Side::Theirs) { texts.0.clone() } else { texts.1 };
            Some(Row { name: slot.name, base: texts.0, mine, theirs: texts.2, side, clashes })
        };
        let rows: Vec<Row> = form.slots.iter().filter_map(row).collect();
        let first = rows.iter().position(|row| row.clashes).unwrap_or_default();
        let versions = (theirs.began, form.seen);
        Self { purpose: form.purpose, by: theirs.by, versions, rows, row: first, button: 0, whole: None }
    }

    /// Its buttons; the first is the one that Enter presses unless another is chosen.
    pub fn buttons(&self) -> &'static [Button] {
        match self.purpose.keeps_draft() {
            true => &[Button::Keep, Button::Save, Button::Drop],
            false => &[Button::ToForm, Button::Save],
        }
    }

    /// Fields of which is still to be said which text counts.
    pub fn open(&self) -> usize {
        self.rows.iter().filter(|row| row.side.is_none()).count()
    }
}

impl Button {
    /// The key of its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Keep => "conflict-keep",
            Self::ToForm => "conflict-to-form",
            Self::Save => "conflict-save",
            Self::Drop => "conflict-drop",
        }
    }
}

impl State {
    /// Asks of the form that has the keys which texts count.
    pub(super) fn open_conflict(&mut self) {
        let Some(Modal::Form(form)) = self.modals.last() else { return };
        let mut conflict = Conflict::of(form);
        if conflict.by.is_empty() {
            conflict.by = self.texts.get("facts-somebody");
        }
        self.modals.push(Modal::Conflict(Box::new(conflict)));
    }

    /// More was written while the question stood: what was chosen stays where both texts are as they were.
    pub(super) fn renew_conflict(&mut self) {
        let Some(at) = self.modals.iter().position(|modal| matches!(modal, Modal::Conflict(_))) else { return };
        let Some(Modal::Conflict(before)) = self.modals.get(at).cloned() else { return };
        let Some(form) = self.form_for(before.purpose) else { return };
        let mut now = Conflict::of(form);
        if now.by.is_empty() {
            now.by = before.by;
        }
        for row in &mut now.rows {
            let same = before.rows.iter().find(|one| (one.name, &one.mine, &one.theirs) == (row.name, &row.mine, &row.theirs));
            row.side = row.side.or(same.and_then(|one| one.side));
        }
        now.row = before.row.min(now.rows.len().saturating_sub(1));
        now.button = before.button;
        self.modals[at] = Modal::Conflict(Box::new(now));
    }

    /// Performs a command of the window.
    pub(super) fn conflict_command(&mut self, command: Command) -> Vec<Effect> {
        let room = usize::from(layout::centred(self.size, FRAME).height.saturating_sub(8));
        let most = self.conflict_texts().len().saturating_sub(room);
        let Some(Modal::Conflict(conflict)) = self.modals.last_mut() else { return vec![] };
        let (rows, buttons) = (conflict.rows.len(), conflict.buttons().len());
        match command {
            Command::ConflictNext | Command::ConflictPrevious => {
                let next = command == Command::ConflictNext;
                if let Some(from) = &mut conflict.whole {
                    *from = if next { (*from + 1).min(most) } else { from.saturating_sub(1) };
                } else if rows > 0 {
                    conflict.row = (conflict.row + if next { 1 } else { rows - 1 }) % rows;
                }
            }
            Command::ConflictNextButton => conflict.button = (conflict.button + 1) % buttons,
            Command::ConflictPreviousButton => conflict.button = (conflict.button + buttons - 1) % buttons,
            Command::ConflictMine => self.choose_side(Side::Mine),
            Command::ConflictTheirs => self.choose_side(Side::Theirs),
            Command::ConflictWhole => conflict.whole = if conflict.whole.is_some() { None } else { Some(0) },
            Command::ConflictEdit => return self.edit_in_form(),
            Command::ConflictSave => return self.press_conflict(Button::Save),
            Command::ConflictPress => {
                let button = conflict.buttons().get(conflict.button).copied().unwrap_or(Button::Keep);
                return self.press_conflict(button);
            }
            // Back to the form: nothing was decided yet.
            _ => drop(self.modals.pop()),
        }
        vec![]
    }

    /// This text counts in the field with the cursor; on to the next of which that is not known.
    fn choose_side(&mut self, side: Side) {
        let Some(Modal::Conflict(conflict)) = self.modals.last_mut() else { return };
        let at = conflict.row;
        let Some(row) = conflict.rows.get_mut(at).filter(|row| row.clashes) else {
            self.say_with(Tone::Info, "conflict-no-question", &[]);
            return;
        };
        row.side = Some(side);
        let open = |row: &Row| row.side.is_none();
        let next = conflict.rows.iter().skip(at + 1).position(open).map(|by| at + 1 + by);
        conflict.row = next.or_else(|| conflict.rows.iter().position(open)).unwrap_or(at);
    }

    /// What was chosen goes into the form; what was not stays as it was typed, and is asked again. Texts of one's own that do not count
    /// are set aside as a draft first.
    fn settle_chosen(&mut self) -> Vec<Effect> {
        let (today, saved_at) = (self.today, self.server_now());
        let Some(Modal::Conflict(conflict)) = self.modals.last().cloned() else { return vec![] };
        let Some(form) = self.form_for(conflict.purpose) else { return vec![] };
        let declined = |row: &&Row| row.clashes && row.side == Some(Side::Theirs) && !row.mine.trim().is_empty();
        let declined: Vec<&str> = conflict.rows.iter().filter(declined).map(|row| row.name).collect();
        let text = form.draft_of(today, |name| declined.contains(&name));
        for row in conflict.rows.iter().filter(|row| row.clashes) {
            match row.side {
                Some(Side::Mine) => form.settle(row.name, &row.mine),
                Some(Side::Theirs) => form.settle(row.name, &row.theirs),
                None => {}
            }
        }
        let aside = !declined.is_empty() && conflict.purpose.keeps_draft();
        aside.then(|| Effect::SetAside { slot: conflict.purpose.slot(), text, saved_at }).into_iter().collect()
    }

    /// The field with the cursor is written anew in the form. A text of several lines begins with theirs above one's own.
    fn edit_in_form(&mut self) -> Vec<Effect> {
        let mut effects = self.settle_chosen();
        let Some(Modal::Conflict(conflict)) = self.modals.pop() else { return effects };
        let Some(row) = conflict.rows.get(conflict.row) else { return effects };
        let words =
            self.texts.with("conflict-theirs-is", &[("who", conflict.by.clone().into()), ("text", row.theirs.clone().into())]);
        let Some(form) = self.form_for(conflict.purpose) else { return effects };
        form.focus = form.slots.iter().position(|slot| slot.name == row.name).unwrap_or(form.focus);
        let block = form.focused().is_some_and(|slot| slot.kind == Kind::Block);
        let both = !row.mine.trim().is_empty() && !row.theirs.trim().is_empty();
        if row.clashes {
            let text = if block && both { format!("{}\n{}", row.theirs, row.mine) } else { row.mine.clone() };
            form.settle(row.name, &text);
        }
        let purpose = conflict.purpose;
        effects.extend(self.typed_something());
        if let Some(form) = self.form_for(purpose) {
            form.refused = Some(SafeText::line(&words).into_string());
        }
        effects
    }

    fn press_conflict(&mut self, button: Button) -> Vec<Effect> {
        let Some(Modal::Conflict(conflict)) = self.modals.last().cloned() else { return vec![] };
        let (purpose, open) = (conflict.purpose, conflict.open());
        match button {
            Button::ToForm => drop(self.modals.pop()),
            Button::Keep => {
                self.modals.pop();
                return self.back();
            }
            Button::Save if open > 0 => self.say_with(Tone::Info, "conflict-open", &[("count", open.into())]),
            Button::Save => {
                let mut effects = self.settle_chosen();
                effects.extend(self.note_declined(&conflict, false));
                self.modals.pop();
                if self.form_for(purpose).is_some_and(|form| form.is_blank()) {
                    let declined = effects.iter().find_map(|effect| match effect {
                        Effect::SetAside { text, .. } => Some(text.clone()),
                        _ => None,
                    });
                    effects.retain(|effect| !matches!(effect, Effect::SetAside { .. }));
                    effects.extend(self.drop_mine(purpose, declined));
                    return effects;
                }
                effects.extend(self.save_merged(purpose));
                return effects;
            }
            Button::Drop => {
                self.modals.pop();
                let today = self.today;
                let typed = self.form_for(purpose).filter(|form| !form.is_blank()).map(|form| form.draft(today));
                let mut effects = self.note_declined(&conflict, true);
                effects.extend(self.drop_mine(purpose, typed));
                return effects;
            }
        }
        vec![]
    }

    /// Theirs counts: what was typed is set aside as a draft, and the form closes. It comes back when the disk does not take the draft.
    fn drop_mine(&mut self, purpose: Purpose, typed: Option<String>) -> Vec<Effect> {
        let (saved_at, slot) = (self.server_now(), purpose.slot());
        let Some(at) = self.modals.iter().position(|modal| matches!(modal, Modal::Form(form) if form.purpose == purpose)) else {
            return vec![];
        };
        let Modal::Form(form) = self.modals.remove(at) else { return vec![] };
        let by = form.theirs.as_ref().map_or_else(String::new, |theirs| theirs.by.clone());
        self.say_with(Tone::Done, "conflict-dropped", &[("who", by.into())]);
        let mut effects = vec![match typed.filter(|_| purpose.keeps_draft()) {
            Some(text) => {
                self.unkept.closes(slot.clone());
                Effect::MoveAside { slot, text, saved_at }
            }
            None => Effect::RemoveDraft(slot),
        }];
        effects.extend(self.rest());
        effects
    }

    /// A text of a field as it is shown: a choice by its word, nothing as such.
    pub fn conflict_text(&self, conflict: &Conflict, row: &Row, text: &str) -> String {
        let form = self.modals.iter().find_map(|modal| match modal {
            Modal::Form(form) if form.purpose == conflict.purpose => Some(form),
            _ => None,
        });
        let kind = form.and_then(|form| form.slots.iter().find(|slot| slot.name == row.name)).map(|slot| slot.kind);
        match kind {
            _ if text.trim().is_empty() => self.texts.get("conflict-empty"),
            Some(Kind::Choice(codes)) if codes.contains(&text) => word_of(&self.texts, text),
            _ => text.to_owned(),
        }
    }

    /// What comes of a field: the text that counts, or that this is to be chosen.
    pub fn conflict_result(&self, conflict: &Conflict, row: &Row) -> String {
        match row.side {
            Some(Side::Mine) => self.conflict_text(conflict, row, &row.mine),
            Some(Side::Theirs) => self.conflict_text(conflict, row, &row.theirs),
            None => self.texts.get("conflict-choose"),
        }
    }

    /// The label of a field.
    pub fn conflict_label(&self, row: &Row) -> String {
        let told = intake::told(&self.texts, row.name);
        let mut letters = told.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// `J. Bakker sloeg versie 15 op; u werkte op versie 14. Er is niets verloren.`
    pub fn conflict_says(&self, conflict: &Conflict) -> String {
        let who = conflict.by.clone();
        let says = match conflict.versions {
            (Some(began), Some(now)) => {
                let values = [("who", who.into()), ("now", now.to_string().into()), ("began", began.to_string().into())];
                self.texts.with("conflict-says", &values)
            }
            _ => self.texts.with("conflict-says-plainly", &[("who", who.into())]),
        };
        let stays = if self.declined_goes_to(conflict.purpose).is_some() { "conflict-noted" } else { "conflict-kept" };
        format!("{says} {}", self.texts.get(stays))
    }

    /// The three texts of the field with the cursor, whole: a head (true) and its lines for each, broken to the window.
    pub fn conflict_texts(&self) -> Vec<(bool, String)> {
        let Some(Modal::Conflict(conflict)) = self.modals.last() else { return vec![] };
        let Some(row) = conflict.rows.get(conflict.row) else { return vec![] };
        let heads = [self.texts.get("conflict-was"), self.texts.get("conflict-you"), conflict.by.clone()];
        let width = usize::from(layout::centred(self.size, FRAME).width.saturating_sub(8));
        let mut lines = vec![];
        for (head, text) in heads.into_iter().zip([&row.base, &row.mine, &row.theirs]) {
            lines.push((true, RawText::from(head).line().into_string()));
            let text = self.conflict_text(conflict, row, text);
            for line in text.lines().map(|line| RawText::from(line).line().into_string()) {
                lines.extend(wrap(&line, width).into_iter().map(|part| (false, line[part].to_owned())));
            }
        }
        lines
    }
}
