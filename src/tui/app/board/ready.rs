//! What the filter of the board offers ready-made: until when, and what kind, in one choice. Each is a token of the filter, shown beside
//! it, so that whoever chose it once can type it.

use super::super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    command::Command,
    message::Effect,
};
use crate::{
    client::replica::{BOARD_FIELDS, BoardQuery, BoardView, is_board_kind},
    domain::filter::{Field, Token, tokens},
    locale::Language,
};

/// Until when, by the name of its text, and what the filter says for it; the values that have a word of their own say the key of it.
const DAYS: &[(&str, Said)] = &[
    ("overdue", Said::Text("filter-value-overdue")),
    ("today", Said::Text("filter-value-today")),
    ("week", Said::Text("filter-value-week")),
    ("next-week", Said::Text("filter-value-next-week")),
    ("14", Said::Typed("14d")),
    ("30", Said::Typed("30d")),
];

/// The kinds that somebody looks for by themselves; every other kind can be typed.
const KINDS: &[(&str, Said)] = &[
    ("time-outs", Said::Text("deadline-kind-time-out")),
    ("call-backs", Said::Text("deadline-kind-call-back")),
    ("commitments", Said::Text("deadline-kind-commitment")),
];

/// What the filter says.
enum Said {
    /// A word, which differs by language.
    Text(&'static str),
    /// This.
    Typed(&'static str),
}

impl State {
    /// The choices of days and kinds; what else stands in the filter stays. The last line leads to typing one.
    pub(in super::super) fn menu_board_ready(&mut self) -> Vec<Effect> {
        let is_day = |token: &Token| token.known() == Some(Field::HardDate);
        let is_kind = |token: &Token| token.field.as_deref().is_some_and(|field| is_board_kind(field, "").is_some());
        let kind = if self.texts.language() == Language::Dutch { BOARD_FIELDS.first() } else { BOARD_FIELDS.last() };
        let (mut items, here) = self.ready(self.field_name(Field::HardDate), DAYS, "any", &is_day);
        let (kinds, of_kind) = self.ready(kind.copied().unwrap_or_default(), KINDS, "every", &is_kind);
        let cursor = here.or(of_kind.map(|at| items.len() + at)).unwrap_or(0);
        items.extend(kinds);
        let mine = self.filter_of_call_backs();
        items.push(self.ready_item("my-call-backs", &mine, Choice::BoardFilter(mine.clone())));
        items.push(self.ready_item("type", "", Choice::Run(Command::Filter)));
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-board-ready"), items).at(cursor)));
        vec![]
    }

    /// The filter on whom one has to call back oneself.
    fn filter_of_call_backs(&self) -> String {
        let kind = if self.texts.language() == Language::Dutch { BOARD_FIELDS.first() } else { BOARD_FIELDS.last() };
        let token =
            |field: &str, key: &str| Token { negate: false, field: Some(field.to_owned()), value: self.texts.get(key) }.write();
        let calls = token(kind.copied().unwrap_or_default(), "deadline-kind-call-back");
        format!("{calls} {}", token(self.field_name(Field::Owner), "filter-value-me"))
    }

    /// The choice of them in the menu of views, with how many there are: no room is for what can be typed.
    pub(super) fn my_call_backs(&self) -> Item {
        let mine = self.filter_of_call_backs();
        let note = self.count_on_board(&mine).to_string();
        Item { note, ..self.ready_item("my-call-backs", &mine, Choice::BoardFilter(mine.clone())) }
    }

    /// To the board, with whom one has to call back oneself and nothing else.
    pub(in super::super) fn show_call_backs(&mut self) -> Vec<Effect> {
        let mine = self.filter_of_call_backs();
        self.board.filter.set(&mine);
        (self.board.view, self.board.open, self.board.calendar) = (BoardView::All, None, None);
        let mut effects = self.show_board();
        effects.extend(self.board_filter_changed());
        effects
    }

    /// Where else calls are promised, while the board is filtered on one's own: whose signal one does not hold is not among those.
    pub fn words_of_other_calls(&self) -> Option<String> {
        let values = [("key", self.way_to(Command::View).into()), ("view", self.texts.get("board-view-call-backs").into())];
        let own = self.board.filter.text().trim() == self.filter_of_call_backs();
        own.then(|| self.texts.with("board-empty-own-calls", &values))
    }

    /// The choices of one field, with one that takes it away, and which of them holds now.
    fn ready(
        &self,
        field: &str,
        offered: &[(&str, Said)],
        any: &str,
        is_its: &dyn Fn(&Token) -> bool,
    ) -> (Vec<Item>, Option<usize>) {
        let all = tokens(self.board.filter.text());
        let is_its = |token: &&Token| is_its(token) && !token.negate;
        let now = all.iter().find(is_its).map(Token::write);
        let others: Vec<String> = all.iter().filter(|token| !is_its(token)).map(Token::write).collect();
        let filter = |token: Option<&str>| {
            let parts: Vec<&str> = others.iter().map(String::as_str).chain(token).collect();
            Choice::BoardFilter(parts.join(" "))
        };
        let mut here = None;
        let mut items: Vec<Item> = vec![];
        for (name, said) in offered {
            let value = match said {
                Said::Text(key) => self.texts.get(key),
                Said::Typed(value) => (*value).to_owned(),
            };
            let token = Token { negate: false, field: Some(field.to_owned()), value }.write();
            if Some(&token) == now.as_ref() {
                here = Some(items.len());
            }
            items.push(self.ready_item(name, &token, filter(Some(&token))));
        }
        items.push(self.ready_item(any, "", filter(None)));
        (items, here)
    }

    /// A line with what can be typed for it, and how many clocks it leaves: that there are none is seen before it is chosen.
    fn ready_item(&self, name: &str, typed: &str, choice: Choice) -> Item {
        let count = match &choice {
            Choice::BoardFilter(words) => self.count_on_board(words).to_string(),
            _ => String::new(),
        };
        let note = format!("{typed}  {count}").trim().to_owned();
        Item { note, ..Item::of(&self.texts, &format!("board-ready-{name}"), choice) }
    }

    fn count_on_board(&self, words: &str) -> usize {
        let query = BoardQuery { view: self.board.view, group: self.board.group, words: words.to_owned() };
        self.replica.board(&query, self.asked()).rows.len()
    }
}
