//! The terminal lent to the user's editor, and taken back.

use ratatui::{buffer::Buffer, layout::Rect};

use super::Desk;
use crate::{
    client::outbox::Drafts,
    tui::{
        app::message::{Edited, EditorFault, Msg},
        shell::{
            Event,
            editor::{self, Editor},
            guard,
            sheet::{self, Belongs, Sheet},
            variable,
        },
    },
};

impl Desk {
    /// Gives the terminal to the user's editor. Whatever goes wrong is told, with the text as it was.
    pub(super) fn lend(&mut self, slot: String, field: String, text: &str) {
        let failed = |fault| {
            Msg::Edited(Edited { slot: slot.clone(), field: field.clone(), text: None, converted_from: None, fault: Some(fault) })
        };
        let Some(command) = editor::command(variable) else { return self.update(failed(EditorFault::Unset)) };
        let places = sheet::places(variable, &self.options.drafts);
        let owner = self.kept.as_ref().map(Drafts::owner).unwrap_or_default();
        let sheet = match Sheet::lay_out(&places, Belongs { slot: &slot, field: &field, owner }, text) {
            Ok(sheet) => sheet,
            Err(error) => {
                let words = self.state.texts.of_system(&error.to_string());
                return self.update(failed(EditorFault::Failed(words)));
            }
        };
        let Some(stage) = &self.stage else { return self.update(failed(EditorFault::Unset)) };
        stage.gate.close();
        stage.hold.lend();
        let events = self.events.clone();
        let woken = move || drop(events.send(Event::EditorEnded));
        match Editor::start(command, sheet, (slot.clone(), field.clone(), text), woken) {
            Ok(editor) => self.editor = Some(editor),
            Err(error) => {
                let words = self.state.texts.of_system(&error.to_string());
                self.update(failed(EditorFault::Failed(words)));
                self.take_terminal();
            }
        }
    }

    /// The editor has ended: the terminal is ours again, in the size it has now.
    pub(super) fn take_back(&mut self, terminal: &guard::Terminal) {
        let Some(status) = self.editor.as_ref().and_then(Editor::status) else { return };
        let Some(editor) = self.editor.take() else { return };
        self.take_terminal();
        let (width, height) = terminal.size();
        self.next = Buffer::empty(Rect { x: 0, y: 0, width, height });
        self.update(Msg::Resize(width, height));
        let (edited, _sheet) = editor.left(status, &self.state.texts);
        self.update(Msg::Edited(edited));
    }

    fn take_terminal(&mut self) {
        let Some(stage) = &self.stage else { return };
        if let Err(error) = stage.hold.take_from_borrower() {
            tracing::warn!(%error, "the terminal cannot be taken again");
        }
        stage.gate.open();
        self.screen.forget();
    }
}
