//! loket as lines: what the state shows, in sentences and numbered lists, and what a typed line means. For those who listen to
//! a screen or feel it, and for terminals that cannot place text. Pure: text out, messages to the state in. No escape, no
//! colour, no drawing; a line once told is never told otherwise.

mod agenda;
mod arriving;
mod board;
mod cards;
mod conflict;
mod echo;
mod explaining;
mod fields;
mod lists;
mod menus;
mod news;
mod panels;
mod record;
mod situation;
mod traces;
mod words;

use std::collections::BTreeSet;

use super::app::{
    Message, Modal, State,
    command::Command,
    key::{Key, KeyCode},
    message::Msg,
    pointing::{Pointed, Target},
};
use crate::domain::ids::{OfficerId, SignalId};

pub use self::{
    fields::pasted,
    record::is_behind,
    situation::Situation,
    words::{Found, find},
};

/// Lines of a list that are told at a time.
pub const PAGE: usize = 20;
/// The size of the window there would be: a page of a list has [`PAGE`] rows then.
pub const SIZE: (u16, u16) = (100, 29);

/// What has been told, and which number means what.
#[derive(Debug, Default)]
pub struct Conversation {
    told: Option<Situation>,
    message: Option<Message>,
    link: Option<Option<(bool, String)>>,
    /// How many texts were told to wait.
    waiting: usize,
    /// The signals that have a number, in its order.
    listed: Vec<SignalId>,
    /// What the list was made of when it was told.
    list: Option<lists::Chosen>,
    /// Every signal that was in the list when it was looked at last.
    seen: BTreeSet<SignalId>,
    generation: u64,
    row: Option<SignalId>,
    marks: usize,
    /// The entries of the register that have a number.
    people: Vec<OfficerId>,
    /// What was told of meetings and agendas.
    agenda: agenda::Told,
    /// What was told of the deadline board.
    board: board::Told,
    /// What was told of the audit log.
    traces: traces::Told,
    record: Option<record::Told>,
    /// What was told of the lines to filter by, or of the columns.
    panel: panels::Told,
    /// What was told of two people's texts.
    conflict: conflict::Told,
    /// Lines of a menu, of help or of hits told so far.
    shown: usize,
    /// Was a line typed to which nothing was said yet?
    unanswered: bool,
}

/// What a typed line leads to: something to say at once, and messages for the state.
#[derive(Debug, Default)]
pub struct Reply {
    /// To say.
    pub say: String,
    /// For the state.
    pub tell: Vec<Msg>,
}

impl Reply {
    fn say(words: impl Into<String>) -> Self {
        Self { say: words.into(), tell: vec![] }
    }

    fn tell(pointed: impl IntoIterator<Item = Pointed>) -> Self {
        Self { say: String::new(), tell: pointed.into_iter().map(Msg::Pointed).collect() }
    }

    fn run(command: Command) -> Self {
        Self::tell([Pointed::Run(command)])
    }
}

impl Conversation {
    /// Where the reader is now, as far as it was not told.
    pub fn show(&mut self, state: &State) -> String {
        let now = Situation::of(state);
        let mut out = String::new();
        if self.told.as_ref() != Some(&now) {
            self.arrive(state, &now, &mut out);
            self.told = Some(now.clone());
        } else if matches!(now, Situation::Open(_)) {
            self.tell_changes(state, &mut out);
        } else if let Situation::Panel(kind) = now {
            panels::changes(state, kind, &mut self.panel, &mut out);
        } else if matches!(now, Situation::Conflict(_)) {
            conflict::changes(state, &mut self.conflict, &mut out);
        } else if now == Situation::List {
            self.tell_list(state, &mut out);
        } else if now == Situation::Board {
            board::list(state, &mut self.board, false, &mut out);
        } else if now == Situation::Traces {
            traces::list(state, &mut self.traces, false, &mut out);
        } else if now == Situation::Agenda {
            agenda::list(state, &mut self.agenda, false, &mut out);
        } else if matches!(now, Situation::AgendaItem(_)) {
            agenda::item(state, &mut self.agenda, &mut out);
        } else if matches!(now, Situation::Clock(_)) {
            board::clock(state, &mut self.board, &mut out);
        }
        // A field or a menu answers with its next question.
        let asks = matches!(now, Situation::Field(..) | Situation::Menu(_) | Situation::Filter | Situation::Covered);
        if std::mem::take(&mut self.unanswered) && out.is_empty() && !asks {
            line(&mut out, &state.texts.get("plain-nothing-changed"));
        }
        out
    }

    /// What is asked for.
    pub fn prompt(&self, state: &State) -> String {
        let texts = &state.texts;
        match Situation::of(state) {
            Situation::Covered => texts.get("plain-prompt-covered"),
            Situation::Field(_, at) => fields::prompt(state, at),
            Situation::Menu(_) => texts.get("plain-prompt-menu"),
            Situation::Conflict(_) => texts.get("plain-prompt-conflict"),
            Situation::Panel(_) => texts.get("plain-prompt-panel"),
            Situation::Explanation(_) => texts.get("plain-prompt-explanation"),
            Situation::Commands(..) | Situation::Picker(..) => texts.get("plain-prompt-find"),
            Situation::Search { .. } => texts.get("plain-prompt-search"),
            Situation::Card(_) => texts.get("plain-prompt-card"),
            Situation::Filter => texts.get("plain-prompt-filter"),
            Situation::Open(id) => format!("{}> ", lists::number(state, id)),
            Situation::Board | Situation::Month(_) => texts.get("plain-prompt-board"),
            Situation::Agenda => texts.get("plain-prompt-agenda"),
            Situation::Traces => texts.get("plain-prompt-traces"),
            Situation::AgendaItem(_) => state.agenda_item().map_or_else(String::new, |item| {
                let number = item.signal_number.map_or_else(|| item.title.line().into_string(), |number| number.short());
                format!("{number}> ")
            }),
            Situation::ItemPaper(..) => format!("{}> ", texts.get("item-paper-head").to_lowercase()),
            Situation::Clock(_) => state.clock_row().map_or_else(String::new, |row| format!("{}> ", row.signal_number().short())),
            Situation::List => texts.get("plain-prompt-list"),
        }
    }

    /// What a typed line means here.
    pub fn line(&mut self, state: &State, typed: &str) -> Reply {
        let reply = self.meant(state, typed);
        if !reply.tell.is_empty() {
            // Whatever is said next is an answer to this line, also when it is the same again.
            self.message = None;
        }
        self.unanswered = reply.say.trim().is_empty() && !typed.trim().is_empty();
        reply
    }

    fn meant(&mut self, state: &State, typed: &str) -> Reply {
        let bare = typed.trim();
        match Situation::of(state) {
            Situation::Covered => Reply { tell: vec![Msg::Key(Key::new(KeyCode::Enter))], ..Reply::default() },
            Situation::Field(_, at) => fields::answer(state, at, typed),
            Situation::Menu(_) => menus::answer(state, bare),
            Situation::Conflict(_) => conflict::answer(state, bare),
            situation @ Situation::Panel(_) if bare == "m" => self.more(state, &situation),
            Situation::Panel(kind) => panels::answer(state, kind, bare),
            Situation::Explanation(name) => explaining::answer(state, &name, bare),
            situation @ (Situation::Commands(..) | Situation::Picker(..)) => match bare {
                "m" => self.more(state, &situation),
                "" => Reply::run(Command::FinderClose),
                _ => match bare.parse::<usize>() {
                    Ok(number) => menus::numbered(state, number),
                    Err(_) => self.text_or_command(state, typed),
                },
            },
            situation @ Situation::Search { .. } => match bare {
                "m" => self.more(state, &situation),
                "" => Reply::run(Command::Back),
                _ => match bare.parse::<usize>().ok().filter(|number| *number <= self.people.len()) {
                    Some(number) => self.person(state, number),
                    None => self.text_or_command(state, typed),
                },
            },
            Situation::Filter => match bare.strip_prefix('/').filter(|_| !bare.starts_with("//")) {
                Some(word) => self.command(state, word),
                None => Reply::tell([Pointed::Fill(unescaped(bare).to_owned()), Pointed::Run(Command::FilterKeep)]),
            },
            Situation::Card(_)
            | Situation::Open(_)
            | Situation::List
            | Situation::Agenda
            | Situation::AgendaItem(_)
            | Situation::ItemPaper(..)
            | Situation::Board
            | Situation::Traces
            | Situation::Month(_)
            | Situation::Clock(_) => self.command(state, bare),
        }
    }

    /// In a place where text is typed: what begins with a stroke is a command.
    fn text_or_command(&mut self, state: &State, typed: &str) -> Reply {
        match typed.trim().strip_prefix('/').filter(|_| !typed.trim().starts_with("//")) {
            Some(word) => self.command(state, word),
            None if typed.trim() == "?" => self.command(state, "?"),
            None => Reply::tell([Pointed::Fill(unescaped(typed.trim()).to_owned())]),
        }
    }

    /// In a place where commands are typed: by number, by name, by key.
    fn command(&mut self, state: &State, typed: &str) -> Reply {
        let situation = Situation::of(state);
        let agenda = matches!(situation, Situation::Agenda | Situation::AgendaItem(_));
        let traces = situation == Situation::Traces;
        let lists = agenda
            || traces
            || matches!(situation, Situation::List | Situation::Open(_) | Situation::Board | Situation::Clock(_));
        // A stroke before a word is a filter in a list; elsewhere it only says that a command follows.
        let typed = typed.strip_prefix('/').filter(|_| !lists).unwrap_or(typed);
        let is = |words: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(typed));
        let card = matches!(situation, Situation::Card(_));
        if typed.is_empty() {
            return if card { Reply::run(Command::Back) } else { Reply::default() };
        }
        if let (true, Ok(number)) = (lists, typed.parse::<usize>()) {
            return match self.target(&situation, number) {
                Some(target) => Reply::tell([Pointed::Select(target), Pointed::Run(Command::Open)]),
                None => Reply::say(state.texts.with("plain-no-number", &[("number", number.into())])),
            };
        }
        match typed {
            "?" => return Reply::say(words::help(state, &situation)),
            "q" => return Reply::run(Command::Quit),
            _ if is("stop") || card && is("lijst list") => return Reply::run(Command::Back),
            "m" | "meer" | "more" if lists => return self.more(state, &situation),
            _ if lists && is("l lijst list") => {
                if agenda {
                    return Reply::say(agenda::again(state, &mut self.agenda));
                }
                if traces {
                    self.traces = traces::Told::default();
                    let mut say = String::new();
                    traces::list(state, &mut self.traces, false, &mut say);
                    return Reply::say(say);
                }
                if matches!(situation, Situation::Board | Situation::Clock(_)) {
                    return Reply::say(board::again(state, &mut self.board));
                }
                (self.list, self.listed) = (None, vec![]);
                if let Situation::Open(id) = situation {
                    self.record = None;
                    return Reply::say(self.record_of(state, id));
                }
                let mut say = String::new();
                self.tell_list(state, &mut say);
                return Reply::say(say);
            }
            _ => {}
        }
        if let Some(filter) = typed.strip_prefix('/').filter(|_| lists) {
            let fill = Pointed::Fill(filter.trim().to_owned());
            return Reply::tell([Pointed::Run(Command::Filter), fill, Pointed::Run(Command::FilterKeep)]);
        }
        if let Some(reply) = words::with_text(state, typed) {
            return reply;
        }
        // `claim 3`: on that one, without opening it.
        let (words, on) = match typed.rsplit_once(' ').and_then(|(words, number)| Some((words, number.parse::<usize>().ok()?))) {
            Some((words, number)) if lists => match self.target(&situation, number) {
                Some(target) => (words.trim(), Some(target)),
                None => return Reply::say(state.texts.with("plain-no-number", &[("number", number.into())])),
            },
            _ => (typed, None),
        };
        match words::find(state, words) {
            Found::One(command) => {
                let select = on.map(Pointed::Select);
                Reply::tell(select.into_iter().chain([Pointed::Run(command)]))
            }
            Found::Several(commands) => Reply::say(words::which(state, &commands)),
            Found::None => match words::with_choice(state, words) {
                Some((command, choice)) => {
                    let select = on.map(Pointed::Select);
                    Reply::tell(select.into_iter().chain([Pointed::Run(command), Pointed::Choose(choice)]))
                }
                None => Reply::say(
                    words::named_key(state, typed)
                        .unwrap_or_else(|| state.texts.with("plain-unknown", &[("typed", echo::echoed(typed).into())])),
                ),
            },
        }
    }

    /// What this number stands for in the list that was told.
    fn target(&self, situation: &Situation, number: usize) -> Option<Target> {
        let at = number.checked_sub(1)?;
        match situation {
            Situation::Traces => (at < self.traces.count).then_some(Target::Trace(at)),
            Situation::Board | Situation::Clock(_) => self.board.listed.get(at).copied().map(Target::Clock),
            Situation::Agenda | Situation::AgendaItem(_) | Situation::ItemPaper(..) => {
                self.agenda.listed.get(at).copied().map(Target::Agenda)
            }
            _ => self.listed.get(at).copied().map(Target::Signal),
        }
    }

    fn more(&mut self, state: &State, situation: &Situation) -> Reply {
        let mut out = String::new();
        match situation {
            Situation::List | Situation::Open(_) => lists::page(state, &mut self.listed, &mut out),
            Situation::Board | Situation::Clock(_) => board::page(state, &mut self.board, &mut out),
            Situation::Agenda | Situation::AgendaItem(_) => agenda::page(state, &mut self.agenda, &mut out),
            Situation::Search { .. } => self.shown = cards::hits(state, &mut self.people, self.shown, &mut out),
            Situation::Commands(..) => self.shown = menus::commands(state, self.shown, &mut out),
            Situation::Picker(..) => self.shown = menus::picks(state, self.shown, &mut out),
            Situation::Panel(kind) => self.shown = panels::lines(state, *kind, self.shown, &mut out),
            _ => {}
        }
        if out.is_empty() {
            out = state.texts.get("plain-no-more");
        }
        Reply::say(out)
    }

    fn person(&self, state: &State, number: usize) -> Reply {
        match number.checked_sub(1).and_then(|at| self.people.get(at)) {
            Some(id) => Reply::tell([Pointed::Select(Target::Officer(*id)), Pointed::Activate(Target::Officer(*id))]),
            None => Reply::say(state.texts.with("plain-no-number", &[("number", number.into())])),
        }
    }
}

/// The form that has the keys.
fn form(state: &State) -> Option<&super::app::form::Form> {
    match state.modals.last() {
        Some(Modal::Form(form)) => Some(form),
        _ => None,
    }
}

/// Two strokes at the start stand for one that is text.
fn unescaped(typed: &str) -> &str {
    if typed.starts_with("//") { &typed[1..] } else { typed }
}

fn line(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(text.trim_end());
        out.push('\n');
    }
}
