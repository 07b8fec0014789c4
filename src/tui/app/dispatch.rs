//! Which part of the interface hears which message.

use super::{
    State,
    key::{Key, KeyCode},
    message::{Effect, Msg},
    place,
};

impl State {
    pub(super) fn did(&mut self, msg: Msg) -> Vec<Effect> {
        // Whatever is no letter of the query may be about what it finds.
        let writes = |key: Key| matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace) && !key.ctrl && !key.alt;
        if matches!(msg, Msg::Key(key) if !writes(key)) || matches!(msg, Msg::Pointed(_)) {
            self.search_due(None);
        }
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Pointed(pointed) => self.pointed(pointed),
            Msg::Resize(width, height) => {
                self.size = (width, height);
                self.follow();
                vec![]
            }
            Msg::Clock(now) => self.clock(now),
            Msg::Timer(timer) => self.timer(timer),
            Msg::Me(me) => self.introduced(*me),
            Msg::Replica(replica) => self.take_in(replica),
            Msg::Present(windows) => self.present_are(windows),
            Msg::Link(link) => self.link_is(link),
            Msg::AtHand(held) => self.at_hand_came(held.map(|held| *held)),
            Msg::Reply { request, reply } => self.reply(request, reply),
            Msg::Draft { slot, text, .. } if slot == place::SLOT => self.resume(text),
            Msg::Draft { slot, text, saved_at } => self.draft_came(&slot, text.as_deref(), saved_at),
            Msg::Drafts { offers, unreadable, asked } => self.drafts_known(&offers, &unreadable, asked),
            Msg::DraftTold(told) => self.draft_told(told),
            Msg::Edited(edited) => self.edited(edited),
            Msg::DraftFailed { words, unsaved } => self.draft_failed(&words, unsaved),
            Msg::DraftKept(slot) => self.draft_kept(&slot),
            Msg::QuitRefused => self.quit_refused(),
            Msg::Measured { most, timeline, card } => self.measured(most, timeline, card),
            Msg::Unreadable(count) => self.rows_unreadable(count),
            Msg::Resent { saved, refused, elsewhere } => self.resent(&saved, refused, &elsewhere),
            Msg::Waiting(count) => self.waiting_is(count),
            Msg::Unanswered(request) => self.unanswered(request),
            Msg::ServerClock(now) => self.server_clock(now),
            Msg::Reloaded(reloaded) => self.reloaded(*reloaded),
            Msg::Tried { attempt, result } => self.setup_tried(attempt, result),
            Msg::SignIn { attempt, told } => self.sign_in_told(attempt, *told),
            Msg::SignedOut { heard } => vec![Effect::Leave { heard }],
            Msg::Configured(result) => self.setup_saved(result),
            Msg::Copied(result) => self.copied(result),
            Msg::Exported(result) => self.exported(result),
        }
    }
}
