//! What a filter asks that cannot be, in a sentence, with what may have been meant: no empty list without a word.

use super::{Pane, State, key::nearest_of, message::Effect};
use crate::{
    client::replica::{BOARD_FIELDS, SignalQuery, board_kinds, is_board_kind},
    domain::{
        filter::{Field, Token, tokens, value::words_of},
        fold::fold,
        municipality::NotFound,
    },
    locale::Language,
};

/// A sentence under the filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The sentence.
    pub text: String,
    /// The filter with what may have been meant.
    pub fix: Option<String>,
}

impl State {
    /// Looks what is wrong with the filter of pane 1.
    pub(super) fn advise(&mut self) {
        self.signals.advice = self.advice_on(self.signals.filter.text(), false);
    }

    /// Looks what is wrong with the filter of the deadline board.
    pub(super) fn advise_on_board(&mut self) {
        self.board.advice = self.advice_on(self.board.filter.text(), true);
    }

    /// What is wrong with the filter of the pane in view.
    pub fn advice(&self) -> Option<&Advice> {
        match self.pane {
            Pane::Signals => self.signals.advice.as_ref(),
            Pane::Board => self.board.advice.as_ref(),
            Pane::Agenda | Pane::Register | Pane::Traces => None,
        }
    }

    /// Puts what may have been meant into the filter.
    pub(super) fn take_advice(&mut self) -> Vec<Effect> {
        let Some(fix) = self.advice().and_then(|advice| advice.fix.clone()) else { return vec![] };
        if self.pane == Pane::Board {
            self.board.filter.set(&fix);
            return self.board_filter_changed();
        }
        self.signals.filter.set(&fix);
        self.filter_changed()
    }

    fn advice_on(&self, typed: &str, board: bool) -> Option<Advice> {
        let all = tokens(typed);
        for (at, token) in all.iter().enumerate() {
            let Some(name) = &token.field else {
                let Some(field) = field_of_word(&token.value) else { continue };
                let meant = format!("{}:{}", self.field_name(field), token.value);
                let fix = replaced(&all, at, self.field_name(field), None);
                return Some(self.advice_of("advice-bare", &token.value, "", Some((&meant, fix))));
            };
            let of_board = |value: &str| is_board_kind(name, value).filter(|_| board);
            let field = token.known();
            if field.is_none() && of_board("").is_none() {
                let own = if board { BOARD_FIELDS } else { &[] };
                let near = nearest_of(name, self.field_names().chain(own.iter().copied()));
                let near = near.map(|near| (near, replaced(&all, at, near, None)));
                return Some(self.advice_of(if board { "advice-board-field" } else { "advice-field" }, name, "", near));
            }
            for value in token.values() {
                let near = match field {
                    Some(field) => self.fault_of(field, value),
                    None => (of_board(value) == Some(false))
                        .then(|| nearest_of(&fold(value), board_kinds()).map(|near| near.replace(' ', "-"))),
                };
                let Some(near) = near else { continue };
                let near = near.as_ref().map(|near| (near.as_str(), replaced(&all, at, name, Some((value, near)))));
                let key = match field {
                    Some(Field::HardDate | Field::Received) => "advice-day",
                    Some(Field::Number) => "advice-number",
                    Some(_) => "advice-value",
                    None => "advice-kind",
                };
                let field = field.map(|field| self.texts.get(&format!("filter-field-{field}"))).unwrap_or_default();
                return Some(self.advice_of(key, value, &field, near));
            }
        }
        None
    }

    fn advice_of(&self, key: &str, text: &str, field: &str, near: Option<(&str, String)>) -> Advice {
        let (near, fix) = near.map_or(("none", None), |(near, fix)| (near, Some(fix)));
        Advice { text: self.texts.with(key, &[("text", text.into()), ("field", field.into()), ("near", near.into())]), fix }
    }

    /// The names of fields, those of the language on the screen first.
    fn field_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let dutch = self.texts.language() == Language::Dutch;
        let names = |first: bool| {
            Field::ALL.iter().flat_map(move |field| {
                let (nl, en) = field.names();
                if first == dutch { nl } else { en }
            })
        };
        names(true).chain(names(false)).copied()
    }

    /// What a field is called on the screen.
    pub(super) fn field_name(&self, field: Field) -> &'static str {
        let (dutch, english) = field.names();
        let names = if self.texts.language() == Language::Dutch { dutch } else { english };
        names.first().copied().unwrap_or_default()
    }

    /// The outer `None` when the value is one of the field; the inner when nothing is like it.
    fn fault_of(&self, field: Field, value: &str) -> Option<Option<String>> {
        let folded = fold(value);
        let signals = self.replica.signals();
        let names = signals.names();
        match field {
            Field::Municipality => (!names.has_municipality(&folded)).then(|| match self.reference.gazetteer.resolve(value) {
                Ok(found) => Some(found.name.clone()),
                Err(NotFound::Ambiguous(several) | NotFound::Unknown(several)) => several.first().map(|found| found.name.clone()),
            }),
            Field::Body => (!signals.has_body(&folded) && !names.has_organisation(&folded)).then(|| {
                let codes =
                    self.reference.organisations.iter().map(|one| one.code.as_str()).filter(|code| !code.starts_with("GM"));
                let lower: Vec<String> = codes.map(str::to_lowercase).collect();
                nearest_of(&folded, lower.iter().map(String::as_str)).map(str::to_owned)
            }),
            Field::Owner => {
                let special = matches!(folded.as_str(), "ik" | "me" | "mij" | "vrij" | "free" | "geen" | "none");
                let known = special || value.parse::<uuid::Uuid>().is_ok() || signals.has_owner(&folded);
                (!known).then(|| {
                    let words: Vec<String> = signals
                        .owner_names()
                        .iter()
                        .flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
                        .chain(["ik", "me", "vrij", "free"].map(str::to_owned))
                        .collect();
                    nearest_of(&folded, words.iter().map(String::as_str)).map(str::to_owned)
                })
            }
            field => {
                let one = Token { negate: false, field: Some(field.code().into()), value: value.to_owned() };
                // The code of a field is one of its names.
                let wrong = !SignalQuery::parse(&one.write()).faults().is_empty();
                wrong.then(|| nearest_of(&folded, words_of(field).into_iter()).map(str::to_owned))
            }
        }
    }
}

/// The filter with one token changed: another field, or one of its values replaced.
fn replaced(all: &[Token], at: usize, field: &str, value: Option<(&str, &str)>) -> String {
    let write = |(place, token): (usize, &Token)| {
        let mut token = token.clone();
        if place == at {
            token.field = Some(field.to_owned());
            if let Some((old, new)) = value {
                let values: Vec<&str> = token.values().map(|one| if one == old { new } else { one }).collect();
                token.value = values.join(",");
            }
        }
        token.write()
    };
    all.iter().enumerate().map(write).collect::<Vec<_>>().join(" ")
}

/// The field of which a word that stands alone is a value: who types it there expects what the field does, and gets what the text says.
fn field_of_word(word: &str) -> Option<Field> {
    let word = fold(word);
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(&["vrij", "free"]) {
        return Some(Field::Owner);
    }
    if is(&["crisis", "hoog", "high", "normaal", "normal", "laag", "low"]) {
        return Some(Field::Urgency);
    }
    let statuses = [
        "ontvangen",
        "received",
        "triage",
        "wacht",
        "waiting",
        "behandeling",
        "nazorg",
        "aftercare",
        "afgesloten",
        "closed",
        "doorverwezen",
        "referred",
        "ingetrokken",
        "withdrawn",
    ];
    is(&statuses).then_some(Field::Status)
}
