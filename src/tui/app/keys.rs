//! From a key to what it does here: which scopes are active, whether it is typed into a field, and prefixes.

use super::{
    Modal, Pane, State,
    command::{Command, Scope},
    field::{Field, Sight},
    form::Kind,
    form_layout,
    key::{Key, KeyCode},
    keymap::Resolution,
    layout,
    lookup::Focus,
    message::{Effect, Timer},
};

/// Where typed characters go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// Nowhere: keys are commands.
    No,
    /// Into the filter of pane 1.
    Filter,
    /// Into a form.
    Form,
    /// Into a search field of the register.
    Lookup,
    /// Into the field of help or palette.
    Finder,
    /// Into the field of templates, drafts or links.
    Picker,
}

impl State {
    /// Where typed characters go now.
    pub fn typing(&self) -> Typing {
        self.typing_in(self.modals.last())
    }

    /// The scopes that are active, the most special first.
    pub fn scopes(&self) -> &'static [Scope] {
        self.scopes_in(self.modals.last())
    }

    /// What lies on top when help and palette are looked through: they run commands on that.
    pub fn beneath(&self) -> Option<&Modal> {
        self.modals.iter().rev().find(|modal| !matches!(modal, Modal::Finder(_)))
    }

    /// The scopes whose commands can be run from a list of commands. While a filter or a query is typed, what is found is
    /// right under it.
    pub fn scopes_beneath(&self) -> &'static [Scope] {
        let top = self.beneath();
        match (top, self.typing_in(top)) {
            (None, Typing::Filter) => Scope::filtered(self.pane),
            (None, Typing::Lookup) => &[Scope::Lookup, Scope::Text, Scope::Card, Scope::List, Scope::Global],
            (Some(Modal::Lookup(_)), _) => &[Scope::Lookup, Scope::Text, Scope::Card],
            _ => self.scopes_in(top),
        }
    }

    /// What help tells first: the scopes of what lies on top or of the field that is typed in.
    pub(super) fn place(&self) -> &'static [Scope] {
        match self.beneath() {
            Some(_) => self.scopes_beneath(),
            None => &[Scope::Filter, Scope::Text],
        }
    }

    /// Was a filter being typed when help was asked for?
    pub(super) fn is_filtering(&self) -> bool {
        self.typing_in(self.beneath()) == Typing::Filter
    }

    fn typing_in(&self, top: Option<&Modal>) -> Typing {
        match top {
            Some(Modal::Form(_)) => Typing::Form,
            Some(Modal::Finder(_)) => Typing::Finder,
            Some(Modal::Picker(_)) => Typing::Picker,
            Some(Modal::Lookup(lookup)) if lookup.focus == Focus::Search => Typing::Lookup,
            Some(_) => Typing::No,
            None if self.pane == Pane::Register && self.register.focus == Focus::Search => Typing::Lookup,
            None if self.pane == Pane::Signals && self.signals.filtering => Typing::Filter,
            None if self.pane == Pane::Board && self.board.filtering => Typing::Filter,
            None if self.pane == Pane::Agenda && self.agenda.filtering => Typing::Filter,
            None if self.pane == Pane::Traces && self.traces.filtering => Typing::Filter,
            None => Typing::No,
        }
    }

    fn scopes_in(&self, top: Option<&Modal>) -> &'static [Scope] {
        match (top, self.typing_in(top)) {
            (_, Typing::Lookup) => &[Scope::Lookup, Scope::Text],
            (_, Typing::Finder | Typing::Picker) => &[Scope::Finder, Scope::Text],
            (_, Typing::Filter) => &[Scope::Filter, Scope::Text],
            (_, Typing::Form) => &[Scope::Text],
            (Some(Modal::Lookup(_)), _) => &[Scope::Card, Scope::Lookup],
            (Some(Modal::Panel(_)), _) => &[Scope::Panel],
            (Some(Modal::Conflict(_)), _) => &[Scope::Conflict],
            (Some(Modal::Explanation(_)), _) => &[Scope::Explanation],
            (Some(_), _) => &[Scope::Menu],
            (None, _) if self.pane == Pane::Register => &[Scope::Card, Scope::List, Scope::Global],
            (None, _) if self.pane == Pane::Traces => &[Scope::Traces, Scope::List, Scope::Global],
            (None, _) if self.pane == Pane::Board && self.board.calendar.is_some() => &[Scope::Calendar, Scope::Global],
            (None, _) if self.pane == Pane::Board => {
                &[Scope::Board, Scope::TimeOut, Scope::Arrangement, Scope::Signal, Scope::List, Scope::Global]
            }
            (None, _) if self.pane == Pane::Agenda && self.agenda.open.is_some() => Scope::OVER_OPEN_ITEM,
            (None, _) if self.pane == Pane::Agenda => Scope::OVER_AGENDA,
            (None, _) if self.signals.open.is_some() => {
                &[Scope::Detail, Scope::Signal, Scope::TimeOut, Scope::Arrangement, Scope::List, Scope::Global]
            }
            (None, _) => &[Scope::Signal, Scope::TimeOut, Scope::Arrangement, Scope::List, Scope::Global],
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        let effects = self.pressed(key);
        self.changed_by(&effects);
        effects
    }

    fn pressed(&mut self, key: Key) -> Vec<Effect> {
        if layout::too_small(self.size) {
            return match self.keymap.resolve(&[Scope::Global], &[key]) {
                Resolution::Command(Command::Quit) => vec![Effect::Quit],
                _ => vec![],
            };
        }
        self.presses += 1;
        self.touched = self.now;
        self.following = false;
        if self.locked {
            return self.locked_key(key);
        }
        if matches!(self.modals.last(), Some(Modal::Setup(_))) {
            return self.setup_key(key);
        }
        if matches!(self.modals.last(), Some(Modal::SignIn(_))) {
            return self.sign_in_key(key);
        }
        if self.goes_on_naming(key) {
            return vec![];
        }
        if let Some(effects) = self.burst(key) {
            return effects;
        }
        if key.code != KeyCode::Enter {
            if self.digit.take().is_some() {
                // What it said of Enter held for that one digit.
                self.message = None;
            }
        } else if self.typing() == Typing::No
            && let Some(effects) = self.leave_for_pane()
        {
            return effects;
        }
        if let Some(effects) = self.menu_letter(key).or_else(|| self.number_begun(key)) {
            return effects;
        }
        let typing = self.typing();
        if self.counting(key, typing) {
            return vec![Effect::Wait(super::PANE_AFTER, Timer::Count(self.presses))];
        }
        let plain = matches!(key, Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. });
        self.typed.push(key);
        let typed = std::mem::take(&mut self.typed);
        let mut resolution = self.keymap.resolve(self.scopes(), &typed);
        // In an empty search field of the register what starts no name is a command: `1`, `?`, `@`, `+`.
        let symbol = matches!(key.code, KeyCode::Char(c) if !c.is_alphabetic() && c != ' ' && (c == '?' || !self.alone));
        let empty = self.modals.is_empty() && typing == Typing::Lookup && self.register.query.text().is_empty();
        if resolution == Resolution::Nothing && typing != Typing::No && (!plain || (empty && symbol)) {
            resolution = self.keymap.resolve(&[Scope::Global], &typed);
        }
        // Over a menu or a card, what works whatever lies on top.
        if resolution == Resolution::Nothing && typing == Typing::No && !self.modals.is_empty() {
            let card = matches!(self.modals.last(), Some(Modal::Lookup(_)));
            resolution = match self.keymap.resolve(&[Scope::Global], &typed) {
                Resolution::Command(Command::Back) if card => Resolution::Command(Command::Back),
                Resolution::Command(command) if command.works_everywhere() => Resolution::Command(command),
                _ => Resolution::Nothing,
            };
        }
        match resolution {
            Resolution::Command(command) => {
                self.message = None;
                let times = self.count.take().filter(|_| repeats(command)).unwrap_or(1);
                (0..times).flat_map(|_| self.run(command)).collect()
            }
            Resolution::Prefix => {
                self.typed = typed;
                match self.settings.hints_delay_ms {
                    0 => vec![],
                    delay => vec![Effect::Wait(delay.into(), Timer::Following(self.presses))],
                }
            }
            Resolution::Nothing if typing != Typing::No && !plain => self.key_over_field(key),
            Resolution::Nothing if typing != Typing::No => self.type_key(key),
            Resolution::Nothing if self.letter_filters(key) => {
                self.message = None;
                self.begin_word();
                self.type_key(key)
            }
            Resolution::Nothing => {
                self.count = None;
                self.stray_key(key);
                self.tell_of_habit(key);
                vec![]
            }
        }
    }

    /// A digit in a keymap with counts.
    fn counting(&mut self, key: Key, typing: Typing) -> bool {
        let KeyCode::Char(c) = key.code else { return false };
        let Some(digit) = c.to_digit(10).filter(|digit| !key.ctrl && !key.alt && (*digit > 0 || self.count.is_some())) else {
            return false;
        };
        let counts = self.keymap.counts && typing == Typing::No && self.modals.is_empty() && self.typed.is_empty();
        if counts {
            self.count = Some((self.count.unwrap_or(0) * 10 + digit).min(MOST_TIMES));
        }
        counts
    }

    /// Does this letter, bound to nothing, start the filter of the list?
    pub(super) fn letter_filters(&self, key: Key) -> bool {
        let letter = matches!(key, Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } if c.is_alphanumeric());
        let list = match self.pane {
            Pane::Register | Pane::Traces => true,
            Pane::Agenda => self.agenda.open.is_none(),
            Pane::Signals => self.signals.open.is_none(),
            Pane::Board => self.board.open.is_none() && self.board.calendar.is_none(),
        };
        self.keymap.letters_filter && letter && list && self.modals.is_empty()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.touched = self.now;
        if self.locked {
            return vec![];
        }
        if matches!(self.modals.last(), Some(Modal::Setup(_))) {
            return self.setup_paste(text);
        }
        if matches!(self.modals.last(), Some(Modal::SignIn(_))) {
            return vec![];
        }
        if self.typing() == Typing::No {
            return if text.trim().is_empty() { vec![] } else { self.ask_about(text) };
        }
        let left_out = match self.focused_field() {
            Some((field, _)) => field.paste(text),
            None => {
                self.refuse_letters();
                return vec![];
            }
        };
        if left_out > 0 {
            self.say_with(super::Tone::Warn, "paste-left-out", &[("count", left_out.into())]);
        }
        self.typed_something()
    }

    /// The field with the cursor, and how much of it is shown.
    pub(super) fn focused_field(&mut self) -> Option<(&mut Field, Sight)> {
        let width = (80, 1);
        let size = self.size;
        let typing = self.typing();
        match (self.modals.last_mut(), typing) {
            (Some(Modal::Form(form)), _) if form.sending.is_none() => {
                let sight = form_layout::sight(form, size);
                form.focused().filter(|slot| !matches!(slot.kind, Kind::Choice(_))).map(|slot| (&mut slot.field, sight))
            }
            (Some(Modal::Finder(finder)), _) => Some((&mut finder.input, width)),
            (Some(Modal::Picker(picker)), _) => Some((&mut picker.input, width)),
            (Some(Modal::Lookup(lookup)), Typing::Lookup) => Some((&mut lookup.query, width)),
            (None, Typing::Lookup) => Some((&mut self.register.query, width)),
            (None, Typing::Filter) if self.pane == Pane::Board => Some((&mut self.board.filter, width)),
            (None, Typing::Filter) if self.pane == Pane::Traces => Some((&mut self.traces.filter, width)),
            (None, Typing::Filter) if self.pane == Pane::Agenda => Some((&mut self.agenda.filter, width)),
            (None, Typing::Filter) => Some((&mut self.signals.filter, width)),
            _ => None,
        }
    }

    pub(super) fn type_key(&mut self, key: Key) -> Vec<Effect> {
        self.tell_of_habit(key);
        if let Some(effects) = self.choice_key(key) {
            return effects;
        }
        if self.button_letter(key) {
            return self.enter();
        }
        let Some((field, _)) = self.focused_field() else {
            if matches!(key, Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. }) {
                self.refuse_letters();
            }
            return vec![];
        };
        if !field.key(key) {
            // An invisible character that was typed, by an input method perhaps: say so.
            if let Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. } = key {
                self.say_with(super::Tone::Warn, "paste-left-out", &[("count", 1_usize.into())]);
            }
            return vec![];
        }
        let mut effects = self.typed_something();
        if key.code == KeyCode::Char(':') && self.opens_templates() {
            effects.extend(self.pick_template(""));
            if let Some(Modal::Picker(picker)) = self.modals.last_mut() {
                picker.within_text = true;
            }
        }
        effects
    }

    /// Enter in a field: a new line, the next field, or what the field is for.
    pub(super) fn enter(&mut self) -> Vec<Effect> {
        let today = self.today;
        match self.typing() {
            Typing::Form => {
                if let Some(effects) = self.choose_meant() {
                    return effects;
                }
                self.follow_body();
                let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
                // The letter of a choice went on already: Enter after it means that same step.
                if std::mem::take(&mut form.moved_on) {
                    return vec![];
                }
                if form.focus > form.slots.len() {
                    return self.run(Command::Leave);
                }
                if form.focus == form.slots.len() || form.saves_on_enter() {
                    return self.submit();
                }
                match form.focused().filter(|slot| slot.field.is_block()) {
                    Some(slot) => {
                        slot.field.command(Command::Newline, (80, 1));
                        self.typed_something()
                    }
                    None => {
                        form.move_focus(true, today);
                        vec![]
                    }
                }
            }
            _ => vec![],
        }
    }

    /// A field changed: filter, search or keep a draft.
    pub(super) fn typed_something(&mut self) -> Vec<Effect> {
        if let Some((field, sight)) = self.focused_field() {
            field.follow(sight);
        }
        match self.typing() {
            Typing::Filter if self.pane == Pane::Board => self.board_filter_changed(),
            Typing::Filter if self.pane == Pane::Traces => vec![],
            Typing::Filter if self.pane == Pane::Agenda => self.agenda_filter_changed(),
            Typing::Filter => self.filter_changed(),
            Typing::Lookup => self.search(),
            Typing::Form => {
                let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
                form.edited();
                if std::mem::replace(&mut form.draft_waits, true) {
                    return vec![];
                }
                vec![Effect::Wait(super::DRAFT_AFTER, Timer::Draft)]
            }
            Typing::Finder => self.found_anew(),
            Typing::Picker => self.picked_anew(),
            Typing::No => vec![],
        }
    }
}

/// Most times a count repeats a command.
const MOST_TIMES: u32 = 9999;

/// Commands that a count repeats: movements.
fn repeats(command: Command) -> bool {
    use Command as C;
    let moves = matches!(command, C::Down | C::Up | C::HalfDown | C::HalfUp | C::PageDown | C::PageUp);
    moves || matches!(command, C::NextItem | C::PreviousItem | C::MatchNext | C::MatchPrevious | C::Mark)
}
