//! The commands of a text field at work: in the field itself, in the form around it, in the list below it.

use super::{Modal, State, command::Command, keys::Typing, message::Effect};

/// Rows that a page key in a search field moves the cursor of its list.
const PAGE: isize = 10;

impl State {
    pub(super) fn text_command(&mut self, command: Command) -> Vec<Effect> {
        let (today, reference) = (self.today, self.reference.clone());
        let typing = self.typing();
        if typing == Typing::Form {
            let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
            match command {
                Command::Submit => return self.submit(),
                Command::NextField => {
                    if !std::mem::take(&mut form.moved_on) {
                        form.complete(&reference);
                        form.move_focus(true, today);
                    }
                    return vec![];
                }
                Command::PreviousField => {
                    form.move_focus(false, today);
                    return vec![];
                }
                Command::CursorLeft | Command::CursorRight if form.focus >= form.slots.len() => {
                    form.move_focus(form.focus == form.slots.len(), today);
                    return vec![];
                }
                Command::CursorLeft | Command::CursorRight | Command::CursorHome | Command::CursorEnd
                    if self.focused_field().is_none() =>
                {
                    return self.change_choice(command);
                }
                _ => {}
            }
        }
        let before = self.focused_field().map(|(field, _)| field.changes());
        let moved = self.focused_field().is_some_and(|(field, sight)| {
            let moved = field.command(command, sight);
            field.follow(sight);
            moved
        });
        if self.focused_field().map(|(field, _)| field.changes()) != before {
            return self.typed_something();
        }
        match (command, typing) {
            (Command::CursorUp, Typing::Form) if !moved => self.leave_field(false),
            (Command::CursorDown, Typing::Form) if !moved && self.choose_planned() => {}
            (Command::CursorDown, Typing::Form) if !moved => match self.choose_meant() {
                Some(effects) => return effects,
                None => self.leave_field(true),
            },
            (Command::TextPageUp, Typing::Lookup) if !moved => return self.page_card(-PAGE),
            (Command::TextPageDown, Typing::Lookup) if !moved => return self.page_card(PAGE),
            (Command::TextPageUp, typing) if !moved && typing != Typing::Form => return self.step(-PAGE),
            (Command::TextPageDown, typing) if !moved && typing != Typing::Form => return self.step(PAGE),
            (Command::CursorUp, _) if !moved => return self.step(-1),
            (Command::CursorDown, _) if !moved => return self.step(1),
            (Command::DeleteNext, Typing::Picker) => return self.ask_to_drop_draft(),
            (Command::Submit, Typing::Filter) if self.pane == super::Pane::Agenda => self.agenda.filtering = false,
            (Command::Submit, Typing::Filter) => self.signals.filtering = false,
            _ => {}
        }
        vec![]
    }

    fn leave_field(&mut self, forward: bool) {
        let today = self.today;
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.move_focus(forward, today);
        }
    }
}
