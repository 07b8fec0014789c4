//! The hint line: of what works here now the most wanted, and for how long it stands.

use super::{
    Modal, Pane, State,
    command::{Command, Scope},
    key::Key,
    keymap::Resolution,
    keys::Typing,
    picking::OPENS,
    printed::printed,
    traces::Shown,
};

/// What the hint line may show, the most wanted first; what does not work here now is left out, and so is what does not fit.
pub const HINTS: &[Command] = &[
    Command::Submit,
    Command::Accept,
    Command::CardPhone,
    Command::ToCard,
    Command::ToSearch,
    Command::CardConfirm,
    Command::CardReport,
    Command::CardMail,
    Command::CardName,
    Command::CardAll,
    Command::CardEdit,
    Command::CardHistory,
    Command::Next,
    Command::Confirm,
    Command::Report,
    Command::CopyMenu,
    Command::OpenCard,
    Command::FilterMend,
    Command::FilterKeep,
    Command::FilterClear,
    Command::PanelToggle,
    Command::PanelClose,
    Command::PanelExclude,
    Command::PanelEarlier,
    Command::PanelLater,
    Command::PanelNextGroup,
    Command::PanelReset,
    Command::ConflictMine,
    Command::ConflictTheirs,
    Command::ConflictEdit,
    Command::ConflictWhole,
    Command::ConflictSave,
    Command::ConflictNextButton,
    Command::ConflictPress,
    Command::ConflictClose,
    Command::MenuNext,
    Command::MenuPick,
    Command::MenuClose,
    Command::ExplanationNext,
    Command::ExplanationOpen,
    Command::ExplanationBack,
    Command::ExplanationPageDown,
    Command::ExplanationClose,
    Command::FinderNext,
    Command::FinderRun,
    Command::DeleteNext,
    Command::FinderClose,
    Command::NextField,
    Command::Template,
    Command::Enter,
    Command::PreviousField,
    Command::Editor,
    // What waits for somebody comes first.
    Command::Settle,
    Command::MoveDown,
    Command::MoveUp,
    Command::EditItem,
    Command::TakeOff,
    Command::Publish,
    Command::MeetingNext,
    Command::Minutes,
    Command::Insert,
    Command::Invite,
    Command::AnswerInvitation,
    Command::Decide,
    Command::Commit,
    Command::NoteLesson,
    Command::NewMeeting,
    Command::Extend,
    Command::Resume,
    Command::EndTimeOut,
    Command::TellBody,
    Command::KeepCommitment,
    Command::SettleBridging,
    Command::EndMoratorium,
    Command::NewDueDay,
    Command::LapseCommitment,
    Command::CorrectArrangement,
    Command::DayOpen,
    Command::CalendarClose,
    Command::MonthNext,
    Command::MonthPrevious,
    Command::CalendarToday,
    Command::DayNext,
    Command::WeekNext,
    Command::TraceJudge,
    Command::TraceLooked,
    Command::TraceCase,
    Command::TracePerson,
    Command::TraceSample,
    Command::TraceEmergencies,
    Command::TracePatterns,
    Command::TraceLog,
    Command::Calendar,
    Command::Group,
    Command::ToCase,
    Command::Claim,
    Command::Release,
    Command::Contact,
    Command::Note,
    Command::Urgency,
    Command::Status,
    Command::Reply,
    Command::Let,
    Command::NextItem,
    Command::PreviousItem,
    Command::Lookup,
    Command::Filter,
    Command::NewSignal,
    Command::Open,
    Command::View,
    Command::GroupNext,
    Command::Leave,
    Command::Back,
    Command::Actions,
    Command::Palette,
    Command::Help,
];

/// Most keys on the hint line.
const MOST: usize = 10;

/// A key with its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it does.
    pub command: Command,
    /// Its first key, in words and signs.
    pub keys: String,
    /// What it does, in a word.
    pub word: String,
}

/// The hints that stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    shown: Vec<Hint>,
    /// The last key did nothing but step over a list.
    pub(super) walked: bool,
}

impl State {
    /// The hints to show.
    pub fn hints(&self) -> &[Hint] {
        &self.hints.shown
    }

    /// What a command is here: what goes back clears the filter where one stands and nothing is open over it.
    pub(super) fn meant_by(&self, command: Command) -> Command {
        if command == Command::Back && self.clears_filter() { Command::FilterClear } else { command }
    }

    /// Does going back clear a filter that was kept?
    fn clears_filter(&self) -> bool {
        let kept = match self.pane {
            Pane::Signals => {
                let pane = &self.signals;
                pane.open.is_none() && pane.range.is_none() && !pane.filter.text().is_empty()
            }
            Pane::Board => {
                let pane = &self.board;
                pane.open.is_none() && pane.calendar.is_none() && !pane.filter.text().is_empty()
            }
            Pane::Agenda => {
                let pane = &self.agenda;
                pane.open.is_none() && pane.marks.is_empty() && !pane.filter.text().is_empty()
            }
            Pane::Register | Pane::Traces => false,
        };
        kept && self.beneath().is_none() && !self.is_filtering()
    }

    /// Does going back let go of what is marked?
    fn clears_marks(&self) -> bool {
        let marked = match self.pane {
            Pane::Signals => {
                let pane = &self.signals;
                pane.open.is_none() && pane.range.is_none() && !pane.marks.is_empty()
            }
            Pane::Agenda => self.agenda.open.is_none() && self.agenda.paper.is_none() && !self.agenda.marks.is_empty(),
            Pane::Board | Pane::Register | Pane::Traces => false,
        };
        marked && !self.clears_filter() && self.beneath().is_none() && !self.is_filtering()
    }

    /// Looks again at what works here. While the cursor walks over a list the hints stand still, as its preview does: they follow
    /// when it rests, for a line that flickers is not read and costs bytes.
    pub(super) fn hint(&mut self) {
        if !(self.hints.walked && self.is_moving()) {
            self.hints.shown = hinted(self);
        }
    }
}

/// Stays on the line however short it is.
pub fn stays(command: Command) -> bool {
    use Command as C;
    matches!(command, C::FilterClear | C::Leave | C::Back | C::Actions | C::Palette | C::Help | C::ExplanationClose)
}

/// At most ten keys with their words: of what works on this row now, the most wanted first.
fn hinted(state: &State) -> Vec<Hint> {
    let scopes = state.scopes();
    let typing = state.typing() != Typing::No;
    let over = !state.modals.is_empty();
    let queue = !over && state.pane != Pane::Register;
    let board = !over && state.pane == Pane::Board;
    let agenda = !over && state.pane == Pane::Agenda;
    let traces = !over && state.pane == Pane::Traces;
    let (open, rows) = match state.pane {
        Pane::Agenda => (state.agenda.open.is_some(), state.agenda.rows.len()),
        Pane::Board => (state.board.open.is_some() || state.board.calendar.is_some(), state.board.board.rows.len()),
        Pane::Traces => (false, state.traces.count()),
        _ => (state.signals.open.is_some(), state.signals.rows.len()),
    };
    let (reading, empty) = (queue && open, queue && rows == 0);
    // Help of a field that has a page is that page, and of a page it is all keys.
    let explains = over && (state.explained_here().is_some() || matches!(state.modals.last(), Some(Modal::Explanation(_))));
    let wanted = |command: Command| match command {
        Command::Settle if agenda => true,
        // Nothing is worked here.
        Command::NewSignal | Command::Lookup | Command::View | Command::Actions if traces => false,
        // On an agenda its items are worked, not their cases.
        _ if agenda && matches!(command.scope(), Scope::Signal | Scope::TimeOut | Scope::Arrangement) => false,
        Command::Filter | Command::View | Command::Lookup | Command::NewSignal if agenda => false,
        Command::Decide | Command::Commit | Command::NoteLesson if agenda => reading,
        Command::MoveUp | Command::MoveDown | Command::Minutes | Command::Insert | Command::TakeOff if agenda => !reading,
        Command::Open if agenda => !empty,
        Command::MeetingNext if agenda => state.replica.agendas().meetings().len() > 1,
        // A claim of one's own is renewed by working; what one sees is how to give it back.
        Command::Claim => !mine(state) && !board,
        Command::Release => !board,
        Command::View => empty || board && !reading,
        // On the board it is the time-outs that are worked; in the queue the menu has them.
        Command::Suspend => false,
        _ if command.scope() == Scope::Arrangement => board,
        Command::Contact if board => {
            state.clock_row().is_some_and(|row| row.kind() == crate::domain::deadline::DeadlineKind::CallBack)
        }
        Command::Contact | Command::Urgency | Command::Status | Command::NewSignal | Command::Lookup | Command::Group => !board,
        Command::Open => queue && !reading && !empty,
        // Where no letter is a command, the menu is how everything is found.
        Command::Palette => state.keymap.letters_filter && !over && !typing,
        Command::Actions => queue && !empty && !state.keymap.letters_filter,
        Command::Back if traces => state.traces.shown != Shown::Patterns,
        Command::Back => reading || over || state.clears_filter() || state.clears_marks(),
        Command::Enter | Command::Submit | Command::NextField | Command::PreviousField => {
            matches!(state.modals.last(), Some(Modal::Form(_)))
        }
        Command::Help => !over || explains,
        Command::ExplanationOpen => matches!(state.modals.last(), Some(Modal::Explanation(reader)) if reader.related.is_some()),
        Command::Leave => {
            !matches!(state.modals.last(), Some(Modal::Finder(_) | Modal::Picker(_))) && state.typing() != Typing::Filter
        }
        // What is told and not run has the cursor as well.
        Command::FinderRun => match state.modals.last() {
            Some(Modal::Finder(finder)) => finder.current(state).is_some(),
            _ => true,
        },
        // In the list of drafts it throws one away.
        Command::DeleteNext => state.draft_picked(),
        Command::Editor => in_block(state) && state.has_editor,
        Command::Template => in_block(state),
        Command::Filter => !reading,
        _ => true,
    };
    let sending = matches!(state.modals.last(), Some(Modal::Form(form)) if form.sending.is_some());
    let mut hints: Vec<Hint> = HINTS
        .iter()
        .filter(|command| {
            let anywhere = match command {
                Command::Help => typing && !over || explains,
                // A card is left with the key that goes back everywhere.
                Command::Back => !typing && matches!(state.modals.last(), Some(Modal::Lookup(_))),
                _ => false,
            };
            scopes.contains(&command.scope()) || anywhere
        })
        .filter(|command| !sending || **command == Command::Leave)
        .filter(|command| wanted(**command) && state.unavailable(**command).is_none())
        .filter_map(|command| {
            // The first of its keys that means this command here: what another has taken in this place is not told twice.
            // Help over a field: a key that is typed there is none.
            let typed = |keys: &[Key]| over && *command == Command::Help && matches!(keys, [key] if key.types());
            let mut keys = state.keymap.keys(*command).iter().filter(|keys| !typed(keys));
            let keys = keys.find(|keys| means(state, state.scopes(), keys, *command))?;
            let keys = printed(keys, &state.texts);
            // What is typed is shorter to say than its key.
            let keys = if *command == Command::Template { OPENS.to_owned() } else { keys };
            let picks = *command == Command::FinderRun && matches!(state.modals.last(), Some(Modal::Picker(_)));
            let reads = *command == Command::FinderRun && state.finds_page();
            let word = match command {
                Command::Enter => enter_word(state),
                Command::Publish => state.next_step().unwrap_or_else(|| command.word()),
                Command::Submit => submit_word(state).unwrap_or_else(|| command.word()),
                _ if picks => Command::MenuPick.word(),
                _ if reads => Command::ExplanationOpen.word(),
                Command::DeleteNext => "drafts-drop".into(),
                Command::Help if over && state.explained_here().is_some() => Command::Explain.word(),
                Command::Back if state.clears_marks() => "hint-unmark".into(),
                _ => state.meant_by(*command).word(),
            };
            // A digit alone is a pane too.
            let pane = state.pane_typed().filter(|_| matches!(command, Command::FilterKeep | Command::Accept));
            let word = match pane {
                Some(pane) => state.texts.with("number-to-pane", &[("pane", state.texts.get(&pane.word()).into())]),
                None => state.texts.get(&word),
            };
            Some(Hint { command: *command, keys, word })
        })
        .collect();
    while hints.len() > MOST {
        match hints.iter().rposition(|hint| !stays(hint.command)) {
            Some(at) => drop(hints.remove(at)),
            None => hints.truncate(MOST),
        }
    }
    hints
}

/// The keys of a command as they are shown; of what can be done here without those that are another command's here.
pub(super) fn keys_of(state: &State, command: Command, here: bool) -> Vec<String> {
    let mine = |keys: &&Vec<Key>| !here || means(state, state.scopes_beneath(), keys, command);
    state.keymap.keys(command).iter().filter(mine).map(|keys| printed(keys, &state.texts)).collect()
}

/// Do these keys run this command in these scopes?
fn means(state: &State, scopes: &[Scope], keys: &[Key], command: Command) -> bool {
    match state.keymap.resolve(scopes, keys) {
        Resolution::Command(found) => found == command,
        // Whatever lies on top, or the start of a longer sequence.
        Resolution::Nothing | Resolution::Prefix => true,
    }
}

/// Is the signal under the cursor mine?
fn mine(state: &State) -> bool {
    let signals = state.replica.signals();
    let row = state.current_signal().and_then(|id| signals.find(id)).and_then(|row| signals.get(row));
    row.is_some_and(|row| state.is_mine(&row))
}

/// What Enter does in the form, in a word.
fn enter_word(state: &State) -> String {
    let word = match state.modals.last() {
        Some(Modal::Form(form)) if form.focus > form.slots.len() => "form-enter-close",
        Some(Modal::Form(form)) if form.focus == form.slots.len() || form.saves_on_enter() => {
            return submit_word(state).unwrap_or_else(|| "form-enter-save".into());
        }
        Some(Modal::Form(_)) if in_block(state) => "form-enter-line",
        // As the field asks: which of these is meant?
        Some(Modal::Form(_)) if state.meant().is_some() => return Command::MenuPick.word(),
        _ => "form-enter-next",
    };
    word.to_owned()
}

/// What saving the form does, where that is more than keeping what was typed.
fn submit_word(state: &State) -> Option<String> {
    match state.modals.last() {
        Some(Modal::Form(form)) if form.purpose.button() != "form-save" => Some(format!("{}-word", form.purpose.button())),
        _ => None,
    }
}

/// Does a field of several lines have the cursor?
fn in_block(state: &State) -> bool {
    let Some(Modal::Form(form)) = state.modals.last() else { return false };
    form.slots.get(form.focus).is_some_and(|slot| slot.field.is_block())
}
