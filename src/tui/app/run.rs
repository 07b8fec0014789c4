//! What each command does.

use super::{
    Modal, Pane, State, Tone,
    acting::Act,
    choose::{Choice, Choose, Item},
    command::{Command, Scope},
    finder::Kind,
    keys::Typing,
    list,
    lookup::{Focus, Lookup},
    message::Effect,
    panel::PanelKind,
};
use crate::domain::{
    ids::SignalId,
    signal::{ShieldedField, Status},
};

impl State {
    /// Performs a command, or says why it cannot be done here and now. Keys, help, palette and menus all come through here.
    pub fn run(&mut self, command: Command) -> Vec<Effect> {
        if let Some(reason) = self.unavailable(command) {
            let words = self.reason(&reason);
            self.say(Tone::Info, words);
            // Asked for again, it is there.
            return match self.current_signal().filter(|_| reason.key == "not-read-yet") {
                Some(id) => self.read(id),
                None => vec![],
            };
        }
        if let Some(effects) = self.ask_about_fixed(command) {
            return effects;
        }
        match command {
            Command::Claim => self.act(self.targets(), Act::Claim),
            Command::Release => self.act(self.targets(), Act::Release),
            Command::Urgency => self.open_urgency(),
            Command::Status => self.menu_status(),
            Command::Note => self.open_note(),
            Command::NoteEditor => self.open_note_in_editor(),
            Command::Editor => self.hand_to_editor(),
            Command::Template => self.pick_template(""),
            Command::TextAlikes => self.show_typed_alikes(),
            Command::Drafts => vec![Effect::ListDrafts],
            Command::Links => self.current_signal().map_or_else(Vec::new, |id| self.pick_link(id)),
            Command::CopyLink => self.copy_commands(),
            Command::Contact => self.open_contact(),
            Command::CorrectContact => self.open_contact_correction(),
            Command::EditSignal => self.open_facts(),
            Command::Triage => self.triage_command(),
            Command::Close => self.close_command(),
            Command::CopyNumber => self.copy_numbers(),
            Command::CopyPhone => self.copy_shielded(ShieldedField::ReporterPhone),
            Command::CopyMail => self.copy_shielded(ShieldedField::ReporterMail),
            Command::Reveal => self.reveal(),
            Command::NewSignal => self.open_intake(),
            Command::Lookup => self.open_lookup(),
            Command::PaneSignals => self.show_signals(),
            Command::PaneAgenda => self.show_agenda(),
            Command::Let => self.open_let(),
            Command::Share => self.share_command(),
            Command::EndShare => self.end_share_command(),
            Command::Reply => self.message_command(),
            Command::Duplicate => self.duplicate_command(),
            Command::PaneRegister => self.show_register(),
            Command::CallBacks => self.show_call_backs(),
            Command::PaneBoard => self.show_board(),
            Command::PaneTraces => self.show_traces(),
            Command::Undo => match self.take_message_back() {
                Some(effects) => effects,
                None => self.undo(),
            },
            Command::Redo => self.redo(),
            Command::History => {
                self.menu_history();
                vec![]
            }
            Command::Failed => {
                self.menu_failed();
                vec![]
            }
            Command::Refresh => {
                self.unread = None;
                self.say_with(Tone::Info, "refreshing", &[]);
                self.show_held();
                let mut effects = vec![Effect::Refresh];
                effects.extend(self.refresh_traces());
                effects.extend(self.rest());
                effects
            }
            Command::Redraw => vec![Effect::Redraw],
            Command::Help => self.explain_here().unwrap_or_else(|| self.find(Kind::Help)),
            Command::Palette => self.find(Kind::Palette),
            Command::Explain => self.find(Kind::Explanations),
            Command::Actions => self.find(Kind::Actions),
            Command::Lock => {
                self.locked = true;
                self.following = false;
                vec![Effect::Redraw]
            }
            Command::Mouse => self.switch_mouse(),
            Command::ReadOnly => self.switch_read_only(),
            Command::Keymap => self.menu_keymap(),
            Command::Language => self.menu_language(),
            Command::Theme => self.menu_theme(),
            Command::Setup => self.set_up(),
            Command::SignOut => self.sign_out(),
            Command::Back | Command::Leave | Command::FilterClear => self.back(),
            Command::FilterKeep => self.keep_filter(),
            Command::Enter => self.enter(),
            Command::MatchNext => self.step_match(true),
            Command::MatchPrevious => self.step_match(false),
            Command::Cancel => self.cancel(),
            Command::Quit => self.quit(),
            Command::NextItem => self.step(1),
            Command::PreviousItem => self.step(-1),
            Command::Accept | Command::CopyMenu | Command::OpenCard | Command::ToCard | Command::ToSearch => {
                self.lookup_command(command)
            }
            Command::CardPhone | Command::CardMail | Command::CardName | Command::CardAll => self.copy_card(command),
            Command::CardPageDown => self.page_card(self.areas().list.height.max(2) as isize - 1),
            Command::CardPageUp => self.page_card(1 - self.areas().list.height.max(2) as isize),
            Command::Confirm
            | Command::Report
            | Command::CardConfirm
            | Command::CardReport
            | Command::CardEdit
            | Command::CardHistory
            | Command::CardExport
            | Command::CardQr
            | Command::RegisterTasks => self.verdict_command(command),
            Command::Next => self.step(1),
            Command::Previous => self.step(-1),
            _ if command.scope() == Scope::TimeOut => self.time_out_command(command),
            _ if command.scope() == Scope::Agenda => self.agenda_command(command),
            _ if command.scope() == Scope::Arrangement => self.arrangement_command(command),
            _ if command.scope() == Scope::Board => self.board_command(command),
            _ if command.scope() == Scope::Traces => self.traces_command(command),
            _ if command.scope() == Scope::Calendar => self.calendar_command(command),
            _ if command.scope() == Scope::Text => self.text_command(command),
            _ if command.scope() == Scope::Finder && self.typing() == Typing::Picker => self.picker_command(command),
            _ if command.scope() == Scope::Finder => self.finder_command(command),
            _ if command.scope() == Scope::Menu => self.menu_command(command),
            _ if command.scope() == Scope::Panel => self.panel_command(command),
            _ if command.scope() == Scope::Conflict => self.conflict_command(command),
            _ if command.scope() == Scope::Explanation => self.explanation_command(command),
            _ => self.list_command(command),
        }
    }

    fn copy_numbers(&mut self) -> Vec<Effect> {
        let signals = self.replica.signals();
        let number = |id: SignalId| signals.find(id).and_then(|row| signals.get(row)).map(|row| row.number().to_string());
        let numbers: Vec<String> = self.targets().into_iter().filter_map(number).collect();
        vec![Effect::Copy(numbers.join(", "))]
    }

    fn list_command(&mut self, command: Command) -> Vec<Effect> {
        let height = self.areas().list.height.max(2) as isize;
        let far = isize::MAX / 2;
        if self.scrolls(command) {
            return vec![];
        }
        match command {
            Command::Down => self.step_over(1),
            Command::Up => self.step_over(-1),
            Command::HalfDown => self.step(height / 2),
            Command::HalfUp => self.step(-(height / 2)),
            Command::PageDown => self.step(height - 1),
            Command::PageUp => self.step(1 - height),
            Command::Top => self.step(-far),
            Command::Bottom => self.step(far),
            Command::Open => self.open(),
            Command::Mark if self.pane == Pane::Agenda => self.mark_item(),
            Command::Mark => self.mark(),
            Command::MarkRange => self.mark_range(),
            Command::MarkAll => self.mark_all(),
            Command::Filter => self.open_filter(),
            Command::View if self.pane == Pane::Board => self.menu_board_view(),
            Command::View => self.menu_views(),
            Command::SaveView => self.open_save_view(),
            Command::Sort => self.menu_sort(),
            Command::Facets => self.filter_by_facets(),
            Command::Columns => self.open_panel(PanelKind::Columns),
            Command::FilterMend => self.take_advice(),
            Command::Export if self.pane == Pane::Agenda => self.menu_papers(),
            Command::Export => self.menu_export(),
            Command::Preview if self.pane == Pane::Board => {
                self.board.preview = !self.board.preview;
                self.follow();
                self.rest()
            }
            Command::Preview if self.pane == Pane::Agenda => {
                self.agenda.preview = !self.agenda.preview;
                self.follow();
                self.rest()
            }
            Command::Preview => {
                self.signals.preview = !self.signals.preview;
                self.signals.zoom = false;
                self.follow();
                self.rest()
            }
            Command::Zoom => {
                self.signals.zoom = !self.signals.zoom;
                self.follow();
                self.rest()
            }
            _ => vec![],
        }
    }

    /// Moves the cursor of whatever list has the keys; an open signal scrolls, unless it is asked for the next one.
    pub(super) fn step(&mut self, by: isize) -> Vec<Effect> {
        let height = self.areas().list.height as usize;
        match self.modals.last_mut() {
            Some(Modal::Lookup(lookup)) => {
                let hits = lookup.hits.len();
                lookup.list.step(by, hits, list::NO_HEADINGS, super::lookup_list_height(self.size));
                return vec![];
            }
            Some(_) => return vec![],
            None => {}
        }
        if self.pane == Pane::Register {
            let hits = self.register.hits.len();
            self.register.list.step(by, hits, list::NO_HEADINGS, height);
            return vec![];
        }
        match self.pane {
            Pane::Board => return self.go_in_board(self.board.list.row.saturating_add_signed(by)),
            Pane::Agenda => return self.go_in_agenda(self.agenda.list.row.saturating_add_signed(by)),
            Pane::Traces => return self.go_in_traces(self.traces.list.row.saturating_add_signed(by)),
            Pane::Signals | Pane::Register => {}
        }
        let row = self.signals.list.row.saturating_add_signed(by);
        self.unread = None;
        self.signals.go(&self.replica, row, height);
        if let Some(scroll) = &mut self.signals.open {
            *scroll = 0;
        }
        self.rest()
    }

    fn open(&mut self) -> Vec<Effect> {
        if self.pane == Pane::Register {
            self.register.focus = Focus::Card;
            return vec![];
        }
        match self.pane {
            Pane::Board => return self.open_clock(),
            Pane::Agenda => return self.open_agenda_row(),
            Pane::Traces => return self.open_trace(),
            Pane::Signals | Pane::Register => {}
        }
        if let Some(into) = self.opens_merged() {
            return self.go_to(into);
        }
        if self.signals.open.is_none() && self.signals.range.is_some() {
            return self.mark_range();
        }
        if self.signals.current.is_some() && self.signals.open.is_none() {
            self.signals.range = None;
            self.signals.open = Some(0);
            self.signals.filtering = false;
            self.signals.filtered_from = None;
        }
        match self.stale_preview() {
            Some(id) => self.read(id),
            None => vec![],
        }
    }

    /// Closes what is on top, clears what was typed; never quits.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        if self.asks_to_close() {
            return vec![];
        }
        match self.modals.pop() {
            Some(Modal::Form(form)) => {
                let effects = form.keep(self.today).filter(|_| form.sending.is_none()).into_iter().collect();
                if form.sending.is_some() {
                    let words = self.words_of_unanswered(&form);
                    self.say(Tone::Info, words);
                } else {
                    let kept = !form.is_blank() && form.purpose.keeps_draft();
                    if kept {
                        self.say_draft_kept();
                    }
                    self.say_proposal_stands(form.purpose, kept);
                }
                return effects;
            }
            Some(Modal::Lookup(lookup)) if lookup.focus == Focus::Card => {
                self.modals.push(Modal::Lookup(Box::new(Lookup { focus: Focus::Search, ..*lookup })));
                return vec![];
            }
            Some(_) => return vec![],
            None => {}
        }
        if self.pane == Pane::Register {
            if self.register.focus == Focus::Card {
                self.register.focus = Focus::Search;
                return vec![];
            }
            if self.alone {
                return self.quit();
            }
            if !self.register.query.text().is_empty() {
                self.register.query.set("");
                return self.search();
            }
            self.pane = Pane::Signals;
            return self.rest();
        }
        if self.stop() {
            return vec![];
        }
        match self.pane {
            Pane::Board => return self.board_back(),
            Pane::Agenda => return self.agenda_back(),
            Pane::Traces => return self.traces_back(),
            Pane::Signals | Pane::Register => {}
        }
        let signals = &mut self.signals;
        if signals.open.take().is_some() {
            return self.rest();
        }
        if signals.range.is_some() {
            self.unmark();
            return vec![];
        }
        if signals.filtering || !signals.filter.text().is_empty() {
            signals.filtering = false;
            return self.clear_filter();
        }
        self.unmark();
        vec![]
    }

    /// The whole list again: on the signal where the filter began, or on the one that was gone to since, which is said.
    fn clear_filter(&mut self) -> Vec<Effect> {
        let filtered = !self.signals.filter.is_blank();
        self.signals.filter.set("");
        let from = self.signals.filtered_from.take();
        self.signals.current = from.or(self.signals.current);
        self.reselect();
        if let Some(id) = self.signals.current.filter(|_| from.is_none() && filtered) {
            let number = self.short_number(id);
            self.say_with(Tone::Info, "filter-gone", &[("number", number.into())]);
        }
        self.rest()
    }

    fn menu_status(&mut self) -> Vec<Effect> {
        let targets = self.targets();
        let current = self.usual(&targets, |row| row.status());
        self.menu("choose-status", Status::ALL, "status", current, move |status| Choice::Status(targets.clone(), *status))
    }

    /// A menu of codes with the cursor on the current one: the letter is the text `PREFIX-CODE-letter`.
    pub(super) fn menu<T: std::fmt::Display + PartialEq>(
        &mut self,
        title: &str,
        all: &[T],
        prefix: &str,
        current: Option<T>,
        choice: impl Fn(&T) -> Choice,
    ) -> Vec<Effect> {
        let cursor = current.and_then(|current| all.iter().position(|value| *value == current));
        let items = all
            .iter()
            .map(|value| Item {
                letter: self.texts.get(&format!("{prefix}-{value}-letter")).chars().next().unwrap_or(' '),
                label: self.texts.get(&format!("{prefix}-{value}")),
                note: Some(format!("{prefix}-{value}-note"))
                    .filter(|key| self.texts.has(key))
                    .map_or_else(String::new, |key| self.texts.get(&key)),
                choice: choice(value),
            })
            .collect();
        let count = if self.pane == Pane::Signals { self.signals.marks.len() } else { 0 };
        let mut title = self.texts.get(title);
        if count > 0 && self.signals.open.is_none() && matches!(prefix, "urgency" | "status") {
            title = format!("{title}: {}", self.texts.with("count-marked", &[("count", count.into())]));
        }
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor.unwrap_or(0))));
        vec![]
    }
}
