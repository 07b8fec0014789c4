//! Drafts that come back, and text that goes to an editor and comes back: none of it is lost on the way.

mod listed;
pub mod offer;

use super::{
    Message, Modal, State, Tone,
    choose::Choice,
    command::Command,
    forms::intake,
    message::{DraftOffer, DraftTold, Edited, EditorFault, Effect, Stands, UnreadableDrafts},
};
use crate::domain::{Instant, text::SafeText};

impl State {
    /// The drafts there are were told: at the start they are announced, when asked for they are shown.
    pub(super) fn drafts_known(&mut self, offers: &[DraftOffer], unreadable: &UnreadableDrafts, asked: bool) -> Vec<Effect> {
        let drafts = offers.iter().filter(|offer| !matches!(offer.stands, Stands::Waits(_))).count();
        let first = self.drafts.replace(drafts).is_none();
        if asked {
            return self.pick_draft(offers, unreadable);
        }
        if !first || (drafts == 0 && unreadable.count == 0) {
            return vec![];
        }
        let waiting = Some(self.waiting_words(drafts)).filter(|_| drafts > 0);
        let words: Vec<String> = waiting.into_iter().chain(self.unreadable_words(unreadable)).collect();
        // What was said before stays, behind it.
        let before = self.message.take().map(|message| message.text).unwrap_or_default();
        let text = SafeText::line(&words.join("  "));
        self.message = Some(Message { tone: Tone::Warn, text, advice: before, undo: false });
        vec![]
    }

    fn waiting_words(&self, count: usize) -> String {
        let key = self.way_to(Command::Drafts);
        self.texts.with("drafts-waiting", &[("count", count.into()), ("key", key.into())])
    }

    /// Something is to be known about a draft.
    pub(super) fn draft_told(&mut self, told: DraftTold) -> Vec<Effect> {
        let words = match told {
            DraftTold::OfNobody => self.texts.get("draft-of-nobody"),
            DraftTold::More => self.waiting_words(self.drafts.unwrap_or_default()),
            DraftTold::OnDisk(count) => {
                let title = self.texts.with("choose-on-disk", &[("count", count.into())]);
                self.ask_titled(title, &[("on-disk-stay", Choice::Nothing), ("on-disk-clear", Choice::ClearDisk)]);
                return vec![];
            }
            DraftTold::Dropped(true) => {
                self.say_with(Tone::Done, "draft-dropped", &[]);
                return vec![];
            }
            DraftTold::NotSent(true) => {
                self.say_with(Tone::Done, "draft-not-sent", &[]);
                return if self.drafts.unwrap_or_default() + self.waiting > 1 { vec![Effect::ListDrafts] } else { vec![] };
            }
            DraftTold::Dropped(false) | DraftTold::NotSent(false) => self.texts.get("draft-gone"),
            DraftTold::Stays(path) => self.texts.with("sheet-stays", &[("path", path.into())]),
        };
        self.say(Tone::Warn, words);
        vec![]
    }

    /// How many drafts cannot be read, and where they lie; nothing when all can.
    pub(super) fn unreadable_words(&self, unreadable: &UnreadableDrafts) -> Option<String> {
        let values = [("count", unreadable.count.into()), ("folder", unreadable.folder.as_str().into())];
        (unreadable.count > 0).then(|| SafeText::line(&self.texts.with("drafts-not-readable", &values)).into_string())
    }

    /// A draft came from the disk, or it is known that there is none.
    pub(super) fn draft_came(&mut self, slot: &str, text: Option<&str>, saved_at: Instant) -> Vec<Effect> {
        let form = self.modals.iter_mut().find_map(|modal| match modal {
            Modal::Form(form) if form.purpose.slot() == slot => Some(form),
            _ => None,
        });
        let mut effects = vec![];
        let mut wanted = false;
        match (form, text) {
            (Some(form), Some(text)) => {
                form.knows_draft = true;
                wanted = std::mem::take(&mut form.wants_editor);
                let restored = form.restore(text, saved_at);
                let both: Vec<String> = form.clashes().map(|other| intake::told(&self.texts, other.name)).collect();
                if restored && !both.is_empty() {
                    form.refused = Some(self.texts.with("form-draft-older", &[("fields", both.join(", ").into())]));
                }
                if !restored {
                    // Something was typed before it came: it is kept beside that.
                    effects.push(Effect::SetAside { slot: slot.to_owned(), text: text.to_owned(), saved_at });
                    self.say_with(Tone::Info, "draft-set-aside", &[]);
                }
            }
            (Some(form), None) => {
                form.knows_draft = true;
                wanted = std::mem::take(&mut form.wants_editor);
            }
            (None, Some(text)) => {
                effects.push(Effect::SetAside { slot: slot.to_owned(), text: text.to_owned(), saved_at });
            }
            (None, None) => {}
        }
        if wanted {
            effects.extend(self.hand_to_editor());
        }
        effects
    }

    /// Opens a note that goes on in the editor as soon as its draft is there.
    pub(super) fn open_note_in_editor(&mut self) -> Vec<Effect> {
        let effects = self.open_note();
        match self.modals.last_mut() {
            Some(Modal::Form(form)) if !form.knows_draft => form.wants_editor = true,
            _ => return self.hand_to_editor(),
        }
        effects
    }

    /// Why the field with the cursor cannot go to an editor.
    pub(super) fn no_editor_here(&self) -> Option<&'static str> {
        let form = self.modals.iter().rev().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
        let block = form.filter(|form| form.sending.is_none()).and_then(|form| form.slots.get(form.focus));
        (!block.is_some_and(|slot| slot.field.is_block())).then_some("why-no-block")
    }

    /// The text of the field with the cursor goes to the editor; first it is kept as a draft.
    pub(super) fn hand_to_editor(&mut self) -> Vec<Effect> {
        let today = self.today;
        if self.no_editor_here().is_some() {
            return vec![];
        }
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        let (keep, slot) = (form.keep(today), form.purpose.slot());
        let edit =
            form.focused().map(|field| Effect::Edit { slot, field: field.name.to_owned(), text: field.field.text().to_owned() });
        keep.into_iter().chain(edit).collect()
    }

    /// The editor ended.
    pub(super) fn edited(&mut self, edited: Edited) -> Vec<Effect> {
        let (today, saved_at) = (self.today, self.server_now());
        let Edited { slot, field: name, text, converted_from, fault } = edited;
        let redo = self.keymap.shown(Command::TextRedo).unwrap_or_default();
        let Some(Modal::Form(form)) =
            self.modals.iter_mut().find(|modal| matches!(modal, Modal::Form(form) if form.purpose.slot() == slot))
        else {
            // The form went meanwhile, saved perhaps: what the editor left is a draft of its own.
            let draft = text.filter(|text| !text.trim().is_empty()).map(|text| serde_json::json!({ name: text }).to_string());
            return draft.map(|text| Effect::SetAside { slot, text, saved_at }).into_iter().collect();
        };
        let Some(field) = form.slots.iter_mut().find(|slot| slot.name == name).map(|slot| &mut slot.field) else { return vec![] };
        let before = field.changes();
        let mut left_out = 0;
        let mut differs = false;
        if let Some(text) = &text {
            left_out = field.replace_all(text);
            differs = field.changes() != before;
            // An editor that says it failed is believed; what it left is one key away.
            if differs && matches!(fault, Some(EditorFault::Code(_))) {
                field.undo();
            }
        }
        let mut effects = vec![];
        if differs {
            form.edited();
            effects.extend(form.keep(today));
        }
        match fault {
            None if differs && converted_from.is_some() => {
                let values = [("encoding", converted_from.unwrap_or_default().into()), ("count", left_out.into())];
                let key = if left_out > 0 { "editor-converted-left-out" } else { "editor-converted" };
                self.say_with(Tone::Warn, key, &values);
            }
            None if left_out > 0 => self.say_with(Tone::Warn, "paste-left-out", &[("count", left_out.into())]),
            None if differs => self.say_with(Tone::Done, "editor-taken", &[]),
            None => self.say_with(Tone::Info, "editor-same", &[]),
            Some(fault) => {
                let mut path = String::new();
                let (key, value) = match fault {
                    EditorFault::Unset => ("editor-unset", String::new()),
                    EditorFault::Missing(command) => ("editor-missing", command),
                    EditorFault::Code(code) if differs => ("editor-code-text", code.to_string()),
                    EditorFault::Code(code) => ("editor-code", code.to_string()),
                    EditorFault::Killed if differs => ("editor-killed-text", String::new()),
                    EditorFault::Killed => ("editor-killed", String::new()),
                    EditorFault::TooLarge(size, file) => {
                        path = file;
                        ("editor-too-large", (size / 1024).to_string())
                    }
                    EditorFault::Failed(why) => ("editor-failed", why),
                };
                self.say_with(Tone::Warn, key, &[("what", value.into()), ("key", redo.into()), ("path", path.into())]);
            }
        }
        effects
    }
}
