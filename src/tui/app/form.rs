//! A form: fields with labels, one of which has the cursor, and a button. What is typed is kept as a draft.

mod drafted;
mod merging;

pub use super::purpose::Purpose;
use super::{
    choosing::Letters, date_input::Side, field::Field, forms::intake, message::Effect, reference::Reference, waiting::Unconfirmed,
};
use crate::domain::{
    Date, Instant,
    ids::{IdempotencyKey, SignalId},
};
pub use drafted::texts_of;
pub use merging::{Other, Theirs};

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anything on one line.
    Line,
    /// Anything on several lines.
    Block,
    /// A day.
    Date(Side),
    /// A day to come, and the time when one was agreed: `morgen 10:00`.
    Moment,
    /// A day to come, or how long from today: `4 weken`.
    Due,
    /// The time slots of a meeting: `9:30-11:00, 11:15-12:00`.
    Times,
    /// A municipality, by its name, code or a place in it.
    Municipality,
    /// One organisation.
    Organisation,
    /// Organisations, separated by `;`, `,` or blanks.
    Organisations,
    /// Any of several codes, separated by `;`, `,` or blanks; the start of a code is enough when no other begins so.
    Several(&'static [&'static str]),
    /// One of several values; each has the text `form-choice-CODE`, unless it is a number, and is picked by its first letter.
    Choice(&'static [&'static str]),
    /// A phone number, mail address or reference: a citizen service number is not looked for.
    Exempt,
}

impl Kind {
    /// Is what stands in it read as a day?
    pub fn is_day(self) -> bool {
        matches!(self, Self::Date(_) | Self::Moment | Self::Due)
    }

    /// Does it hold bodies?
    pub fn names_bodies(self) -> bool {
        matches!(self, Self::Organisation | Self::Organisations)
    }

    /// Does it hold one thing as a whole, a day, times or a name, rather than text? Nobody writes on in one.
    pub fn is_one_thing(self) -> bool {
        self.is_day() || matches!(self, Self::Times | Self::Municipality | Self::Organisation)
    }

    /// The codes that a text names, each once.
    ///
    /// # Errors
    /// The first word that is none of them, or the start of several.
    pub fn codes_in(codes: &[&'static str], text: &str) -> Result<Vec<&'static str>, String> {
        let mut found = vec![];
        // A code of several words is not taken apart.
        let taken = |part: &str| codes.iter().filter(|code| code.starts_with(part)).count() == 1 || codes.contains(&part);
        let parts = text.split([';', ',', '·']).map(|part| part.trim().to_lowercase());
        let words = parts.flat_map(|part| match taken(&part) {
            true => vec![part],
            false => part.split(' ').map(str::to_owned).collect(),
        });
        for word in words.filter(|word| !word.is_empty()) {
            let mut fitting = codes.iter().filter(|code| code.starts_with(&word));
            match (codes.iter().find(|code| **code == word), fitting.next(), fitting.next()) {
                (Some(code), ..) | (None, Some(code), None) if found.contains(code) => {}
                (Some(code), ..) | (None, Some(code), None) => found.push(*code),
                _ => return Err(word),
            }
        }
        Ok(found)
    }
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Its name; the label is the text `form-NAME`.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: Kind,
    /// What was typed; for a choice the code.
    pub field: Field,
    /// On which row of the form it stands; slots on one row stand beside each other.
    pub row: u16,
    /// Must it be filled?
    pub required: bool,
    /// The day that a date must be after, and the last it may be, where these are known.
    pub between: (Option<Date>, Option<Date>),
    /// The day from which a length counts; nothing: today.
    pub counts_from: Option<Date>,
}

/// How a field reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing to say.
    Plain,
    /// What was understood.
    Understood(String),
    /// What is wrong: the key of a text, and what goes into it.
    Wrong(&'static str, String),
}

/// A form that was refused, until what somebody else wrote was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// The version it was refused in.
    pub seen: Option<i64>,
    /// How many keys had been pressed, and how often something in it was changed, also without a key: who went on saves anew.
    pub presses: (u64, u64),
}

/// Do two texts say the same in a field?
fn same(one: &str, other: &str) -> bool {
    one.trim() == other.trim()
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// What it is about, shown in its head: `S-503  Kind zonder zorgverzekering`.
    pub subject: String,
    /// The signals it is about, when they are the marked ones.
    pub targets: Vec<SignalId>,
    /// The version of what it changes, as it was seen when it was opened.
    pub seen: Option<i64>,
    /// The version that the draft in it was based on.
    pub based_on: Option<i64>,
    /// What somebody else wrote since it began.
    pub theirs: Option<Theirs>,
    /// It was refused because somebody else wrote since: it goes on by itself once that was read.
    pub waits: Option<Waits>,
    /// Whose change made which version of what it is about, as the server told when it refused.
    pub changed_by: Option<(i64, String)>,
    /// The row of a list that it writes in, as it was at the beginning; nothing: it is about no row.
    pub row: Option<String>,
    /// The fields.
    pub slots: Vec<Slot>,
    /// What stood in them at the beginning.
    begun: Vec<String>,
    /// Which has the cursor; the number of slots means the button that saves, one more the button that closes.
    pub focus: usize,
    /// Were faults shown? Then they stay in view until mended.
    pub checked: bool,
    /// The request that saves it, until its outcome is known.
    pub sending: Option<u64>,
    /// What it says while that takes long.
    pub unconfirmed: Option<Unconfirmed>,
    /// Made at the first press of save and kept, also when the text changes, until the outcome is known: pressing again has
    /// no second effect.
    pub key: Option<IdempotencyKey>,
    /// A refusal by the server.
    pub refused: Option<String>,
    /// When the draft was kept that was put back.
    pub restored: Option<Instant>,
    /// Is it known whether there is a draft? Until then none is thrown away.
    pub knows_draft: bool,
    /// Is it to go on in the editor as soon as it is known what the draft holds?
    pub wants_editor: bool,
    /// Raised with every change.
    pub edits: u64,
    /// Is a timer running that will keep the draft?
    pub draft_waits: bool,
    /// Did the cursor just move on by itself, after the letter of a choice? Who presses Tab or Enter now means that same step.
    pub moved_on: bool,
    /// What letters did on the choice that has the cursor.
    pub letters: Option<Letters>,
}

impl Form {
    /// An empty form.
    pub fn new(purpose: Purpose, subject: String, mut slots: Vec<Slot>) -> Self {
        slots.iter_mut().filter(|slot| slot.gives_way(purpose)).for_each(|slot| slot.field.propose());
        let begun = slots.iter().map(|slot| slot.field.text().to_owned()).collect();
        Self {
            begun,
            purpose,
            subject,
            targets: vec![],
            seen: None,
            based_on: None,
            theirs: None,
            waits: None,
            changed_by: None,
            row: None,
            slots,
            focus: 0,
            checked: false,
            sending: None,
            unconfirmed: None,
            key: None,
            refused: None,
            restored: None,
            knows_draft: false,
            wants_editor: false,
            edits: 0,
            draft_waits: false,
            moved_on: false,
            letters: None,
        }
    }

    /// The field with the cursor, unless the button has it.
    pub fn focused(&mut self) -> Option<&mut Slot> {
        self.slots.get_mut(self.focus)
    }

    /// What stands in a field; empty when there is none of that name.
    pub fn text(&self, name: &str) -> &str {
        self.slots.iter().find(|slot| slot.name == name).map_or("", |slot| slot.field.text())
    }

    /// The same, trimmed, and nothing when blank.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name).trim()).filter(|text| !text.is_empty())
    }

    /// What stood in a field at the beginning becomes known now: what was typed there stays, and counts as changed.
    pub fn begin(&mut self, name: &str, value: &str) {
        let Some(at) = self.slots.iter().position(|slot| slot.name == name) else { return };
        let known = self.slots[at].shown(value);
        let begun = std::mem::replace(&mut self.begun[at], known.clone());
        if self.slots[at].field.text() == begun {
            self.slots[at].field.set(&known);
            self.propose(at);
        }
    }

    /// Has these fields from now on; what stands in those of the same name stays.
    pub fn make_room(&mut self, slots: Vec<Slot>) {
        let focused = self.slots.get(self.focus).map(|slot| slot.name);
        let beyond = self.focus.saturating_sub(self.slots.len());
        let begun = std::mem::take(&mut self.begun);
        let mut known: Vec<(Slot, String)> = std::mem::take(&mut self.slots).into_iter().zip(begun).collect();
        for slot in slots {
            let at = known.iter().position(|(one, _)| one.name == slot.name);
            let (row, new) = (slot.row, (slot, String::new()));
            let (slot, begun) = at.map_or(new, |at| known.swap_remove(at));
            self.slots.push(Slot { row, ..slot });
            self.begun.push(begun);
        }
        let at = focused.and_then(|name| self.slots.iter().position(|slot| slot.name == name));
        self.focus = at.unwrap_or(self.slots.len() + beyond);
    }

    /// Does something else stand in a field than at the beginning?
    pub fn is_changed(&self, name: &str) -> bool {
        let slots = self.slots.iter().zip(&self.begun);
        slots.into_iter().any(|(slot, begun)| slot.name == name && !same(slot.field.text(), begun))
    }

    /// Was nothing typed?
    pub fn is_blank(&self) -> bool {
        // To empty what stands there is a change of it.
        let empties = self.revises();
        let same = |(slot, begun): (&Slot, &String)| (!empties && slot.field.is_blank()) || slot.field.text() == begun;
        self.slots.iter().zip(&self.begun).all(same)
    }

    /// To the next field, or the one before; round the corner. A day in words becomes a date as the field is left, so that
    /// it is the same day tomorrow.
    pub fn move_focus(&mut self, forward: bool, today: Date) {
        (self.moved_on, self.letters) = (false, None);
        if let Some(slot) = self.focused() {
            slot.settle(today);
        }
        let places = self.slots.len() + 2;
        self.focus = (self.focus + if forward { 1 } else { places - 1 }) % places;
        self.propose(self.focus);
    }

    /// One thing gives way to what is typed, also when one comes back to it; a text that was typed never does.
    fn propose(&mut self, at: usize) {
        if let (Some(slot), Some(begun)) = (self.slots.get_mut(at), self.begun.get(at))
            && slot.gives_way(self.purpose)
            && (slot.is_one_thing() || slot.field.text() == begun)
        {
            slot.field.propose();
        }
    }

    /// Does a text stand in the field with the cursor as it stood there at the beginning? What is typed goes behind it.
    pub fn goes_on(&self) -> bool {
        let at = self.slots.get(self.focus).zip(self.begun.get(self.focus));
        at.is_some_and(|(slot, begun)| {
            !slot.field.is_blank() && slot.field.text() == begun && !slot.field.is_proposed() && !slot.field.is_block()
        })
    }

    /// Among bodies `gem` becomes the municipality of the form, and `svb` is written as the register does: SVB.
    pub fn name_municipality(&mut self, reference: &Reference) {
        if let Some(slot) = self.focused().filter(|slot| slot.kind.names_bodies() || slot.name == "contact-with")
            && let Some(written) = reference.as_written(slot.field.text())
        {
            slot.field.write_out(&written);
        }
        let municipality = self.filled("intake-municipality").unwrap_or_default().to_owned();
        if let Some(slot) = self.focused().filter(|slot| matches!(slot.kind, Kind::Organisations | Kind::Organisation))
            && let Some(named) = reference.with_municipality(slot.field.text(), &municipality)
        {
            slot.field.write_out(&named);
        }
    }

    /// The start of a municipality's name becomes that name, when no other begins so.
    pub fn complete(&mut self, reference: &Reference) {
        self.name_municipality(reference);
        if let Some(slot) = self.focused().filter(|slot| slot.kind == Kind::Municipality && !slot.field.is_blank())
            && let Some(name) = reference.gazetteer.completed(slot.field.text())
        {
            slot.field.write_out(&name);
        }
    }

    /// Something was typed.
    pub fn edited(&mut self) {
        self.edits += 1;
        self.refused = None;
        (self.moved_on, self.letters) = (false, None);
        self.reason_follows();
    }

    /// The reason that stands there is that of the urgency that stands there: with another urgency it goes, as long as nobody typed
    /// one, and it comes back with its own.
    fn reason_follows(&mut self) {
        let (Purpose::UrgencyReason(_), 0, [_, begun]) = (self.purpose, self.focus, &self.begun[..]) else { return };
        let (other, begun) = (self.is_changed("urgency"), begun.clone());
        if let Some(reason) = self.slots.get_mut(1) {
            match other {
                true if reason.field.text() == begun => reason.field.set(""),
                false if reason.field.is_blank() => {
                    reason.field.set(&begun);
                }
                _ => {}
            }
        }
    }

    /// Keeps what was typed as a draft, or throws the draft away when there is nothing; one that did not come yet stays.
    pub fn keep(&self, today: Date) -> Option<Effect> {
        let slot = self.purpose.slot();
        if !self.purpose.keeps_draft() {
            return None;
        }
        match self.is_blank() {
            false => Some(Effect::SaveDraft { slot, text: self.draft(today) }),
            true => self.knows_draft.then_some(Effect::RemoveDraft(slot)),
        }
    }

    /// Does Enter in this field save? In the last one, unless it holds several lines: everywhere else it goes on.
    pub fn saves_on_enter(&self) -> bool {
        self.focus + 1 == self.slots.len() && !self.slots[self.focus].field.is_block()
    }

    /// The first field that is not right, and why.
    pub fn fault(&self, reference: &Reference, today: Date) -> Option<(usize, Reading)> {
        self.faults(reference, today).next()
    }

    /// Every field that is not right, and why.
    pub fn faults<'a>(&'a self, reference: &'a Reference, today: Date) -> impl Iterator<Item = (usize, Reading)> + 'a {
        self.slots.iter().enumerate().filter_map(move |(at, slot)| {
            if intake::is_half(self, slot) {
                return Some((at, Reading::Wrong("form-decision-by", String::new())));
            }
            // What stands in a signal and is not touched holds nothing up.
            if self.is_correction() && !self.is_changed(slot.name) {
                return None;
            }
            Some((at, slot.open(reference, today))).filter(|(_, reading)| matches!(reading, Reading::Wrong(..)))
        })
    }
}
