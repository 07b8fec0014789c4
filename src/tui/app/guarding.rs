//! Guards around the keyboard: a sentence that lands outside a field changes no case, and a screen that is left alone shows
//! none.

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    key::{Key, KeyCode},
    keys::Typing,
    message::{Call, Effect, Timer},
};
use crate::domain::Instant;

/// More different characters than this within [`WITHIN`] were not typed by a person looking at the screen.
const MOST: usize = 8;
/// Milliseconds.
const WITHIN: i64 = 30;
/// Milliseconds of silence after which what came is asked about.
const SILENCE: u64 = 200;
/// Milliseconds of silence before the question about it takes a key: nobody read it sooner.
const READ: i64 = 500;
/// Characters of a burst that are kept.
const KEPT: usize = 500;

/// Characters that came in outside a field.
#[derive(Debug, Clone, Default)]
pub struct Burst {
    recent: Vec<(Instant, char)>,
    /// What came since it was stopped.
    stopped: Option<String>,
    /// When a key last changed something at the server.
    changed: Option<Instant>,
    /// What was asked about it, and since when nothing came: what still comes belongs to it.
    asked: Option<(Instant, String)>,
}

impl State {
    /// Takes in a character outside a field. Gives effects when it is part of a burst, and must do nothing else.
    pub(super) fn burst(&mut self, key: Key) -> Option<Vec<Effect>> {
        let asked = self.still_asked();
        let Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } = key else {
            if asked.is_some() {
                self.burst.asked = asked.map(|text| (self.now, text));
                return Some(vec![]);
            }
            // The end of a line belongs to it, and every key puts the end off.
            let stopped = self.burst.stopped.as_mut()?;
            if key.code == KeyCode::Enter {
                stopped.push('\n');
            }
            return Some(vec![Effect::Wait(SILENCE, Timer::Burst(self.presses))]);
        };
        if asked.is_some() {
            self.modals.pop();
            self.burst.stopped = asked;
        }
        let wait = vec![Effect::Wait(SILENCE, Timer::Burst(self.presses))];
        if let Some(text) = &mut self.burst.stopped {
            if text.chars().count() < KEPT {
                text.push(c);
            }
            return Some(wait);
        }
        if self.typing() != Typing::No {
            self.burst.recent.clear();
            return None;
        }
        let now = self.now;
        // Whatever comes in the same moment as a change was not typed by somebody who saw it.
        let after_change = self.burst.changed == Some(now);
        self.burst.recent.retain(|(at, _)| (now - *at).num_milliseconds() <= WITHIN);
        self.burst.recent.push((now, c));
        let mut different: Vec<char> = self.burst.recent.iter().map(|(_, c)| *c).collect();
        different.sort_unstable();
        different.dedup();
        // A key that is held, on a line that stalls, comes in bursts too: the same letter, again and again.
        let many = self.burst.recent.len() > MOST && different.len() >= MOST / 2;
        if !many && !after_change {
            return None;
        }
        let all: String = self.burst.recent.drain(..).map(|(_, c)| c).collect();
        self.burst.stopped = Some(if many { all } else { c.to_string() });
        self.typed.clear();
        self.count = None;
        Some(wait)
    }

    /// Remembers that a key changed something at the server.
    pub(super) fn changed_by(&mut self, effects: &[Effect]) {
        let changes = |effect: &Effect| match effect {
            Effect::Send { call, .. } => {
                !matches!(call, Call::Read(_) | Call::SearchOfficers { .. } | Call::Resembling(_) | Call::ResemblingTyped(_))
            }
            _ => false,
        };
        if effects.iter().any(changes) {
            self.burst.changed = Some(self.now);
        }
    }

    /// It has been quiet since: asks what is to become of it.
    pub(super) fn burst_ended(&mut self) -> Vec<Effect> {
        let Some(text) = self.burst.stopped.take() else { return vec![] };
        self.ask_about(&text)
    }

    /// What the question is about that stands there and that nobody can have read yet.
    fn still_asked(&mut self) -> Option<String> {
        let (at, text) = self.burst.asked.take()?;
        let asks = |item: &Item| matches!(item.choice, Choice::Filter(_));
        let stands = matches!(self.modals.last(), Some(Modal::Choose(menu)) if menu.items.iter().any(asks));
        (stands && (self.now - at).num_milliseconds() < READ).then_some(text)
    }

    /// Asks what is to become of text that came outside a field: nothing, unless it is wanted as a filter. More of the same takes the
    /// place of the question about its beginning.
    pub(super) fn ask_about(&mut self, text: &str) -> Vec<Effect> {
        let earlier = self.still_asked();
        if earlier.is_some() {
            self.modals.pop();
        }
        let text = format!("{}{text}", earlier.unwrap_or_default());
        self.burst.asked = Some((self.now, text.chars().take(KEPT).collect()));
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect();
        let item = |key: &str, note: String, choice| Item {
            letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(key),
            note,
            choice,
        };
        let shown = crate::domain::text::SafeText::line(&line).into_string();
        let items = vec![
            item("burst-forget", String::new(), Choice::Nothing),
            item("burst-filter", shown.chars().take(30).collect(), Choice::Filter(line)),
        ];
        let title = self.texts.get("choose-burst");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// Covers the screen, and opens it again with Enter or Esc. Nothing that is typed meanwhile does anything.
    pub(super) fn locked_key(&mut self, key: Key) -> Vec<Effect> {
        if matches!(key.code, KeyCode::Enter | KeyCode::Esc) {
            self.locked = false;
            self.say_with(Tone::Info, "unlocked", &[]);
            return vec![Effect::Redraw];
        }
        vec![]
    }

    /// Covers the screen when nobody has touched a key for so long.
    pub(super) fn lock_when_idle(&mut self) -> bool {
        let minutes = self.settings.lock_after_minutes;
        let due = minutes > 0 && !self.locked && (self.now - self.touched).num_minutes() >= i64::from(minutes);
        self.locked |= due;
        due
    }
}
