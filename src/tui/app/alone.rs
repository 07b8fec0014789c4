//! Nothing but looking somebody up: `loket wie` without a query, also over SSH for somebody who may do nothing else there. It is pane 3
//! without the rest: nothing is changed, written or started, and Esc ends it.

use super::{
    Pane, State,
    command::{Command, Scope},
    lookup::Focus,
    message::{Call, Effect, Msg},
    settings::ReadOnly,
    verdicts::RegisterCall,
};

impl State {
    /// From now on there is nothing but the register to look in.
    pub fn look_up_alone(&mut self) {
        (self.alone, self.pane, self.register.focus) = (true, Pane::Register, Focus::Search);
        (self.settings.read_only, self.settings.read_only_set) = (true, ReadOnly::Locked);
        self.has_editor = false;
        self.hint();
    }

    /// Something happened. Where there is nothing but the register, no more leaves than that needs.
    pub(super) fn happened(&mut self, msg: Msg) -> Vec<Effect> {
        if !self.alone {
            return self.did(msg);
        }
        let effects = if is_elsewhere(&msg) { vec![] } else { self.did(msg) };
        effects.into_iter().filter(may_leave).collect()
    }
}

/// May this be done there?
pub(super) fn takes(command: Command) -> bool {
    use Command as C;
    match command.scope() {
        // The card is where it is.
        Scope::Lookup | Scope::Text | Scope::Menu | Scope::Explanation | Scope::Finder => command != C::OpenCard,
        Scope::Card => !matches!(command, C::CardExport | C::CardEdit | C::CardHistory | C::RegisterTasks),
        Scope::List => {
            matches!(command, C::Down | C::Up | C::HalfDown | C::HalfUp | C::PageDown | C::PageUp | C::Top | C::Bottom | C::Open)
        }
        _ => matches!(command, C::Help | C::Explain | C::Refresh | C::Redraw | C::Back | C::Cancel | C::Quit),
    }
}

/// Is this news of something that is not there?
fn is_elsewhere(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Draft { .. } | Msg::Drafts { .. } | Msg::DraftTold(_) | Msg::Edited(_) | Msg::Reloaded(_) | Msg::Unreadable(_)
    )
}

/// What may leave, whatever asked for it: no file, no program, no other server, nothing that changes anything.
fn may_leave(effect: &Effect) -> bool {
    match effect {
        Effect::Send { call: Call::SearchOfficers { .. }, .. } => true,
        Effect::Send { call: Call::Register(call), .. } => matches!(**call, RegisterCall::Read(_) | RegisterCall::Calls(_)),
        Effect::Copy(_)
        | Effect::Wait(..)
        | Effect::Refresh
        | Effect::Redraw
        | Effect::Mouse(_)
        | Effect::NoteLookUp { .. }
        | Effect::Quit
        | Effect::QuitAnyway => true,
        _ => false,
    }
}
