//! What the filter of the board offers ready-made: until when, in one choice. Each is a token of the filter, shown beside it, so that
//! whoever chose it once can type it.

use super::super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    command::Command,
    message::Effect,
};
use crate::domain::filter::{Field, Token, tokens};

/// Until when, by the name of its text, and what the filter says for it; the values that have a word of their own say the key of it.
const DAYS: &[(&str, Said)] = &[
    ("overdue", Said::Text("filter-value-overdue")),
    ("today", Said::Text("filter-value-today")),
    ("week", Said::Text("filter-value-week")),
    ("next-week", Said::Text("filter-value-next-week")),
    ("14", Said::Typed("14d")),
    ("30", Said::Typed("30d")),
];

/// What the filter says.
enum Said {
    /// A word, which differs by language.
    Text(&'static str),
    /// This.
    Typed(&'static str),
}

impl State {
    /// The choices of days; what else stands in the filter stays. The last line leads to typing one.
    pub(in super::super) fn menu_board_days(&mut self) -> Vec<Effect> {
        let field = self.field_name(Field::HardDate);
        let all = tokens(self.board.filter.text());
        let is_day = |token: &&Token| token.known() == Some(Field::HardDate) && !token.negate;
        let now = all.iter().find(is_day).map(Token::write);
        let others: Vec<String> = all.iter().filter(|token| !is_day(token)).map(Token::write).collect();
        let filter = |token: Option<&str>| {
            let parts: Vec<&str> = others.iter().map(String::as_str).chain(token).collect();
            Choice::BoardFilter(parts.join(" "))
        };
        let item =
            |name: &str, note: String, choice| Item { note, ..Item::of(&self.texts, &format!("board-days-{name}"), choice) };
        let day = |(name, said): &(&str, Said)| {
            let value = match said {
                Said::Text(key) => self.texts.get(key),
                Said::Typed(value) => (*value).to_owned(),
            };
            let token = Token { negate: false, field: Some(field.to_owned()), value }.write();
            let choice = filter(Some(&token));
            (item(name, token.clone(), choice), Some(&token) == now.as_ref())
        };
        let (mut items, here): (Vec<Item>, Vec<bool>) = DAYS.iter().map(day).unzip();
        items.push(item("any", String::new(), filter(None)));
        items.push(item("type", String::new(), Choice::Run(Command::Filter)));
        let cursor = here.iter().position(|is| *is).unwrap_or(0);
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-board-days"), items).at(cursor)));
        vec![]
    }
}
