//! Views of the queue: the four that are always there, and those that were saved on the server. Saving, renaming, replacing
//! and deleting them. A saved view holds fields of the filter only, so that no word of a case is kept with it.

use super::{
    Modal, State, Tone,
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    form::{Form, Kind, Purpose, Slot},
    message::{Answer, Call, Effect, Refusal},
    signals::{Column, Sorting, View},
};
use crate::{
    api::view::{NewView, ViewPatch},
    domain::{
        filter::{Field as DomainField, Token, tokens},
        ids::ViewId,
        text::{RawText, SafeText},
        view::{SavedView, ViewFacts},
    },
};

/// Who sees a view that is saved.
pub const SEEN_BY: &[&str] = &["own", "shared"];

/// What was done to a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewDeed {
    /// Its content was replaced.
    Replaced,
    /// It was taken away.
    Deleted,
}

impl State {
    /// The menu of views.
    pub(super) fn menu_views(&mut self) -> Vec<Effect> {
        let text = |key: &str| self.texts.get(key);
        let item = |letter: char, label: String, note: String, choice| Item { letter, label, note, choice };
        let first = |key: &str| self.texts.get(key).chars().next().unwrap_or(' ');
        let mut items: Vec<Item> = View::ALL
            .iter()
            .map(|view| {
                let letter = first(&format!("view-{view}-letter"));
                item(letter, text(&format!("view-{view}")), String::new(), Choice::View(*view))
            })
            .collect();
        let mut cursor = View::ALL.iter().position(|view| *view == self.signals.view).unwrap_or(0);
        for (view, digit) in self.replica.views().iter().zip(1..) {
            if self.signals.saved == Some(view.id) {
                cursor = items.len();
            }
            // No letter of a key that could be pressed for another line.
            let letter = char::from_digit(digit, 10).unwrap_or('·');
            let note = if view.facts.shared { view.owner_name.line().into_string() } else { text("view-own") };
            items.push(item(letter, view.facts.name.line().into_string(), note, Choice::Saved(view.id)));
        }
        let may = self.may("view.write") && !self.settings.read_only;
        if let Some(view) = self.saved_view().filter(|view| may && self.is_my_view(view)) {
            let name = view.facts.name.line().into_string();
            for (key, choice) in [
                ("view-replace", Choice::AskView(view.id, ViewDeed::Replaced)),
                ("view-rename", Choice::RenameView(view.id)),
                ("view-delete", Choice::AskView(view.id, ViewDeed::Deleted)),
            ] {
                let label = self.texts.with(key, &[("name", name.as_str().into())]);
                items.push(item(first(&format!("{key}-letter")), label, String::new(), choice));
            }
        }
        if may {
            items.push(item(first("view-save-letter"), text("view-save"), String::new(), Choice::Run(Command::SaveView)));
        }
        let title = text("choose-view");
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor)));
        vec![]
    }

    /// The saved view that was picked last, as it is now.
    pub fn saved_view(&self) -> Option<&SavedView> {
        self.signals.saved.and_then(|id| self.replica.views().find(id))
    }

    fn is_my_view(&self, view: &SavedView) -> bool {
        self.me.as_ref().is_some_and(|me| me.account == view.owner)
    }

    /// Does the list show something else than the saved view says?
    pub fn strays_from(&self, view: &SavedView) -> bool {
        let (now, facts) = (&self.signals, &view.facts);
        let order = Sorting { by: facts.sort, descending: facts.descending };
        let other = now.view != facts.base || now.sorting != order || now.columns != facts.columns;
        other || now.filter.text().trim() != facts.filter.raw().trim()
    }

    /// What the list shows now, without the words of its filter that may be of a case.
    fn view_facts(&self, name: RawText, shared: bool) -> ViewFacts {
        let (kept, _) = self.kept_filter();
        let Sorting { by, descending } = self.signals.sorting;
        ViewFacts {
            name,
            shared,
            base: self.signals.view,
            filter: kept.into(),
            sort: by,
            descending,
            columns: self.signals.columns.clone(),
        }
    }

    /// The filter as a view keeps it, and the words that it does not keep. A word that finds the same rows as the value of a field, as
    /// `breda` finds those of `gemeente:breda`, is kept as that.
    fn kept_filter(&self) -> (String, String) {
        let mut all = tokens(self.signals.filter.text());
        let seen = self.seen();
        let rows = |all: &[Token]| self.signals.found_by(&written(all), &self.replica, seen.me, seen.now);
        let now = if all.iter().all(|token| token.known().is_some()) { vec![] } else { rows(&all) };
        for at in 0..all.len() {
            for field in [DomainField::Municipality, DomainField::Body, DomainField::Owner] {
                let Some(word) = all.get(at).filter(|token| token.field.is_none() && !now.is_empty()).cloned() else { break };
                if let Some(token) = all.get_mut(at) {
                    token.field = Some(self.field_name(field).to_owned());
                }
                if rows(&all) != now
                    && let Some(token) = all.get_mut(at)
                {
                    *token = word;
                }
            }
        }
        let (kept, left): (Vec<Token>, Vec<Token>) = all.into_iter().partition(|token| token.known().is_some());
        (written(&kept), written(&left))
    }

    /// Shows one of the views that are always there; the filter stays.
    pub(super) fn show_view(&mut self, view: View) -> Vec<Effect> {
        // Filter, order and columns of a saved view go with it.
        if self.signals.saved.take().is_some() {
            self.signals.filter.set("");
            self.signals.sorting = Sorting::default();
            self.signals.columns.clear();
        }
        self.signals.view = view;
        self.reselect();
        self.rest()
    }

    /// Shows a saved view.
    pub(super) fn show_saved(&mut self, id: ViewId) -> Vec<Effect> {
        let Some(facts) = self.replica.views().find(id).map(|view| view.facts.clone()) else {
            self.say_with(Tone::Warn, "view-is-gone", &[]);
            return vec![];
        };
        let signals = &mut self.signals;
        (signals.view, signals.saved) = (facts.base, Some(id));
        signals.sorting = Sorting { by: facts.sort, descending: facts.descending };
        signals.columns = facts.columns;
        signals.filtering = false;
        signals.filter.set(SafeText::line(facts.filter.raw()).as_str());
        signals.list.row = 0;
        self.reselect();
        self.rest()
    }

    /// Asks for the name of a new view.
    pub(super) fn open_save_view(&mut self) -> Vec<Effect> {
        // The one it came from is a suggestion: what is typed takes its place.
        let from = self.saved_view().map(|view| view.facts.name.line().into_string()).unwrap_or_default();
        let slots = vec![
            Slot::new("view-name", Kind::Line, 0).required().with(&from),
            Slot::new("view-seen-by", Kind::Choice(SEEN_BY), 1).with("own"),
        ];
        let (kept, left) = self.kept_filter();
        let subject = match (kept.as_str(), left.as_str()) {
            ("", "") => self.texts.get("view-whole"),
            (kept, "") => kept.to_owned(),
            (kept, left) => {
                let without = self.texts.with("view-without-words", &[("words", left.into())]);
                if kept.is_empty() { without } else { format!("{without}; {kept}") }
            }
        };
        self.open_form(Form::new(Purpose::SaveView, SafeText::line(&subject).into_string(), slots))
    }

    /// Asks for another name.
    pub(super) fn open_rename_view(&mut self, id: ViewId) -> Vec<Effect> {
        let Some(view) = self.replica.views().find(id) else { return vec![] };
        let seen_by = if view.facts.shared { "shared" } else { "own" };
        let name = view.facts.name.line().into_string();
        let slots = vec![
            Slot::new("view-name", Kind::Line, 0).required().with(&name),
            Slot::new("view-seen-by", Kind::Choice(SEEN_BY), 1).with(seen_by),
        ];
        let version = view.version;
        let mut form = Form::new(Purpose::RenameView(id), name, slots);
        form.seen = Some(version);
        self.open_form(form)
    }

    /// The views are known anew: a form about one of them follows.
    pub(super) fn refill_view(&mut self) {
        let open = self.modals.iter().find_map(|modal| match modal {
            Modal::Form(form) => Some(form.purpose).filter(|purpose| matches!(purpose, Purpose::RenameView(_))),
            _ => None,
        });
        let Some(Purpose::RenameView(id)) = open else { return };
        let Some(view) = self.replica.views().find(id) else { return };
        let seen_by = if view.facts.shared { "shared" } else { "own" };
        let values = [("view-name", view.facts.name.line().into_string()), ("view-seen-by", seen_by.to_owned())];
        let (version, by) = (view.version, view.owner_name.raw().to_owned());
        self.refill(Purpose::RenameView(id), version, &by, &values);
    }

    /// What a form about a view asks the server. A view that is gone meanwhile is the server's to refuse.
    pub(super) fn call_of_view(&self, form: &Form) -> Call {
        let name = RawText::from(form.text("view-name").trim());
        let shared = form.text("view-seen-by") == "shared";
        let Purpose::RenameView(view) = form.purpose else {
            return Call::CreateView(Box::new(NewView { facts: self.view_facts(name, shared) }));
        };
        let version = form.seen.unwrap_or_default();
        let patch = ViewPatch { name: Some(name), shared: Some(shared), ..ViewPatch::default() };
        Call::PatchView { view, version, patch: Box::new(patch) }
    }

    /// Asks whether this is to be done: nothing takes it back.
    pub(super) fn ask_about_view(&mut self, id: ViewId, deed: ViewDeed) -> Vec<Effect> {
        let Some(view) = self.replica.views().find(id) else { return vec![] };
        let name = view.facts.name.line();
        let key = if deed == ViewDeed::Deleted { "view-delete" } else { "view-replace" };
        let item = |key: &str, choice| Item {
            letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(key),
            note: String::new(),
            choice,
        };
        let items = vec![item(&format!("{key}-no"), Choice::Nothing), item(&format!("{key}-yes"), Choice::ChangeView(id, deed))];
        let title = self.texts.with(&format!("choose-{key}"), &[("name", name.into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// Takes the view away, or puts what the list shows now in the place of what it says.
    pub(super) fn change_view(&mut self, id: ViewId, deed: ViewDeed) -> Vec<Effect> {
        let Some(version) = self.replica.views().find(id).map(|view| view.version) else {
            self.say_with(Tone::Warn, "view-is-gone", &[]);
            return vec![];
        };
        let call = match deed {
            ViewDeed::Deleted => Call::DeleteView { view: id, version },
            ViewDeed::Replaced => {
                let facts = self.view_facts(RawText::default(), false);
                let patch = ViewPatch {
                    base: Some(facts.base),
                    filter: Some(facts.filter),
                    sort: Some(facts.sort),
                    descending: Some(facts.descending),
                    columns: Some(facts.columns),
                    ..ViewPatch::default()
                };
                Call::PatchView { view: id, version, patch: Box::new(patch) }
            }
        };
        let request = self.request(Pending::View(deed));
        vec![Effect::Send { request, key: self.next_key(), call, draft: None }]
    }

    /// A view was saved under a name.
    pub(super) fn view_saved(&mut self, view: &SavedView) -> Vec<Effect> {
        self.signals.saved = Some(view.id);
        // The same rows, by the words that are kept.
        let (kept, left) = self.kept_filter();
        if left.is_empty() && kept == view.facts.filter.raw() {
            self.signals.filter.set(&kept);
            self.reselect();
        }
        self.say_with(Tone::Done, "view-saved", &[("name", view.facts.name.line().into())]);
        self.said_beside("kept-view");
        if let Some(message) = self.message.as_mut().filter(|_| self.passing) {
            message.advice = SafeText::line(&self.texts.get("view-saved-demo"));
        }
        vec![]
    }

    /// The server answered about a view.
    pub(super) fn view_reply(&mut self, deed: ViewDeed, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::View(view)) => {
                let key = if deed == ViewDeed::Replaced { "view-replaced" } else { "view-deleted" };
                if deed == ViewDeed::Deleted && self.signals.saved == Some(view.id) {
                    self.signals.saved = None;
                }
                self.say_with(Tone::Done, key, &[("name", view.facts.name.line().into())]);
                self.said_beside("kept-view");
            }
            Ok(_) => {}
            Err(refusal) => self.fail(&refusal),
        }
        vec![]
    }

    /// The menu of orders: every column; the one in force turns round.
    pub(super) fn menu_sort(&mut self) -> Vec<Effect> {
        let now = self.signals.sorting;
        let mut items: Vec<Item> = Column::ALL
            .iter()
            .map(|column| {
                let sorting = if now.by == *column { now.turned() } else { Sorting::natural(*column) };
                let key = format!("column-{column}");
                let note = if now.by == *column { "sort-turn" } else { "" };
                Item {
                    letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
                    label: self.texts.get(&key),
                    note: if note.is_empty() { String::new() } else { self.texts.get(note) },
                    choice: Choice::Sort(sorting),
                }
            })
            .collect();
        let cursor = Column::ALL.iter().position(|column| *column == now.by).unwrap_or(0);
        let title = self.texts.get("choose-sort");
        let letter = self.texts.get("sort-columns-letter").chars().next().unwrap_or(' ');
        let label = self.texts.get("sort-columns");
        items.push(Item { letter, label, note: String::new(), choice: Choice::Run(Command::Columns) });
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor)));
        vec![]
    }

    /// What passes the filter too and is not shown: in the view of all that is open the closed ones, in others whatever is not in it.
    pub fn what_is_outside(&self) -> &'static str {
        if self.signals.view == View::Open { "closed" } else { "outside" }
    }

    /// How many signals outside this view pass the filter too, and how to see them.
    pub fn closed_too_in_words(&self) -> String {
        let key = [Command::View, Command::Palette].iter().find_map(|command| self.keymap.shown(*command)).unwrap_or_default();
        let values = [("what", self.what_is_outside().into()), ("count", self.signals.closed_too.into()), ("key", key.into())];
        self.texts.with("filter-closed-too", &values)
    }

    /// The order in words: `vroegste datum, dan urgentie`, or the column with its direction.
    pub fn order_in_words(&self) -> String {
        let sorting = self.signals.sorting;
        if sorting == Sorting::natural(sorting.by) {
            return self.texts.get(&format!("sort-{}", sorting.by));
        }
        match sorting.by {
            Column::Received | Column::HardDate => self.texts.get(&format!("sort-{}-turned", sorting.by)),
            by => {
                let direction = if sorting.descending { "sort-descending" } else { "sort-ascending" };
                format!("{}, {}", self.texts.get(&format!("sort-{by}")), self.texts.get(direction))
            }
        }
    }
}

/// Tokens as they are typed.
fn written(all: &[Token]) -> String {
    all.iter().map(Token::write).collect::<Vec<_>>().join(" ")
}
