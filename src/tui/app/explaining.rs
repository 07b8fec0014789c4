//! Reading a page about an instrument or a rule: over whatever one was doing, which stands unharmed below it.

use ratatui::layout::Rect;

use super::{
    Modal, State, agenda::AgendaChoice, choose::Choice, command::Command, finder::FinderLine, form::Purpose, layout,
    message::Effect, printed::printed,
};
use crate::explanation::{Explanation, Line};

/// The page that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Its name.
    pub name: String,
    /// The first line that is shown.
    pub scroll: usize,
    /// Which related page is chosen.
    pub related: Option<usize>,
    /// What was read before it.
    before: Vec<(String, usize, Option<usize>)>,
}

/// The widest a page is, with its frame: lines as long as people read them well.
const WIDTH: u16 = 78;
/// Rows and columns of a window that are no text.
const FRAME: (u16, u16) = (4, 2);

impl State {
    /// The page of this name, in the language of the interface.
    pub fn explanation(&self, name: &str) -> Option<&Explanation> {
        self.explanations.named(self.texts.language(), name)
    }

    /// The pages that belong to a page.
    pub fn related_to(&self, name: &str) -> Vec<&Explanation> {
        let names = self.explanation(name).map_or(&[][..], |page| &page.related);
        names.iter().filter_map(|name| self.explanation(name)).collect()
    }

    /// Opens a page; from another one it can be gone back to that.
    pub(super) fn explain(&mut self, name: &str) -> Vec<Effect> {
        if self.explanation(name).is_none() {
            return vec![];
        }
        match self.modals.last_mut() {
            Some(Modal::Explanation(reader)) if reader.name == name => {}
            Some(Modal::Explanation(reader)) => {
                let before = std::mem::replace(&mut reader.name, name.to_owned());
                reader.before.push((before, reader.scroll, reader.related));
                (reader.scroll, reader.related) = (0, None);
            }
            _ => {
                let reader = Reader { name: name.to_owned(), scroll: 0, related: None, before: vec![] };
                self.modals.push(Modal::Explanation(Box::new(reader)));
            }
        }
        vec![]
    }

    /// Opens the page that belongs to where the cursor is: a field of a form, or a line of what is missing of an item.
    /// Asked for once more it is all keys of what lies below the page.
    pub(super) fn explain_here(&mut self) -> Option<Vec<Effect>> {
        if self.modals.pop_if(|modal| matches!(modal, Modal::Explanation(_))).is_some() {
            return None;
        }
        let name = self.explained_here()?.name.clone();
        Some(self.explain(&name))
    }

    /// The page that belongs to where the cursor is, if one does.
    pub fn explained_here(&self) -> Option<&Explanation> {
        let of_place = |place: &str| self.explanations.of_place(self.texts.language(), place);
        match self.modals.last()? {
            Modal::Form(form) => of_place(form.slots.get(form.focus)?.name),
            Modal::Choose(menu) => match &menu.items.get(menu.cursor)?.choice {
                Choice::Form(Purpose::EditFacts(part, _)) => of_place(&format!("part-{}", part.code())),
                Choice::Form(Purpose::Agenda(form)) => of_place(form.title().strip_prefix("form-title-")?),
                Choice::Agenda(AgendaChoice::ToItem(id)) => {
                    let missing = &self.replica.agendas().item(*id)?.missing;
                    missing.iter().find_map(|kind| of_place(&format!("lacks-{kind}")))
                }
                Choice::Run(Command::Invite) | Choice::Agenda(AgendaChoice::Answers(_)) => of_place("lacks-invitee"),
                _ => None,
            },
            _ => None,
        }
    }

    /// The lines of a page, for the window as wide as it is. Keys are the reader's own.
    pub fn explanation_lines(&self, page: &Explanation) -> Vec<Line> {
        // Never wider than lines are read well, also where other windows take the whole width.
        let width = layout::centred(self.size, (WIDTH, u16::MAX)).width.min(WIDTH).saturating_sub(FRAME.0);
        page.lines(usize::from(width), &|name| self.key_of(name))
    }

    /// The lines of a page as they are read aloud: of this width, with the names of commands for their keys.
    pub fn unbroken(&self, page: &Explanation, width: usize) -> Vec<Line> {
        page.lines(width, &|name| self.key_of(name))
    }

    /// What one presses for a command, `SCOPE.NAME`; without a key of its own it is found by its name.
    fn key_of(&self, name: &str) -> String {
        let command = name.split_once('.').and_then(|(scope, name)| Command::named(scope, name));
        let Some(command) = command else { return name.to_owned() };
        let word = self.texts.get(&command.word());
        match (self.keymap.keys(command).first(), self.keymap.keys(Command::Palette).first()) {
            _ if self.plain => word,
            (Some(keys), _) => printed(keys, &self.texts),
            (None, Some(palette)) => format!("{} “{word}”", printed(palette, &self.texts)),
            (None, None) => format!("“{word}”"),
        }
    }

    /// Where the window of a page lies: as high as its text, when there is room.
    pub fn explanation_area(&self, page: &Explanation) -> Rect {
        let lines = self.explanation_lines(page).len() + self.rows_of_related(&page.name);
        let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(FRAME.1);
        let whole = layout::centred(self.size, (WIDTH, height));
        let width = whole.width.min(WIDTH);
        Rect { x: (self.size.0 - width) / 2, width, ..whole }
    }

    /// Rows below the text: a blank, a heading, the related pages.
    pub(super) fn rows_of_related(&self, name: &str) -> usize {
        match self.related_to(name).len() {
            0 => 0,
            count => count + 2,
        }
    }

    pub(super) fn explanation_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Modal::Explanation(reader)) = self.modals.last() else { return vec![] };
        let Some(page) = self.explanation(&reader.name) else {
            // The file it came from is gone.
            self.modals.pop();
            return vec![];
        };
        let text = self.explanation_lines(page).len();
        let all = text + self.rows_of_related(&page.name);
        let height = usize::from(self.explanation_area(page).height.saturating_sub(FRAME.1)).max(1);
        let related: Vec<String> = self.related_to(&page.name).into_iter().map(|page| page.name.clone()).collect();
        let (most, step) = (all.saturating_sub(height), height.saturating_sub(1).max(1));
        let Some(Modal::Explanation(reader)) = self.modals.last_mut() else { return vec![] };
        match command {
            Command::ExplanationDown => reader.scroll = (reader.scroll + 1).min(most),
            Command::ExplanationUp => reader.scroll = reader.scroll.min(most).saturating_sub(1),
            Command::ExplanationPageDown => reader.scroll = (reader.scroll + step).min(most),
            Command::ExplanationPageUp => reader.scroll = reader.scroll.min(most).saturating_sub(step),
            Command::ExplanationTop => reader.scroll = 0,
            Command::ExplanationBottom => reader.scroll = most,
            Command::ExplanationNext | Command::ExplanationPrevious => {
                let count = related.len();
                let next = match (reader.related, command) {
                    _ if count == 0 => None,
                    (None, Command::ExplanationNext) => Some(0),
                    (None, _) => Some(count - 1),
                    (Some(at), Command::ExplanationNext) => Some((at + 1) % count),
                    (Some(at), _) => Some((at + count - 1) % count),
                };
                reader.related = next;
                if let Some(at) = next {
                    // The chosen one is seen.
                    let row = text + 2 + at;
                    reader.scroll = reader.scroll.clamp((row + 1).saturating_sub(height), row).min(most);
                }
            }
            Command::ExplanationOpen => match reader.related.and_then(|at| related.get(at)) {
                Some(name) => return self.explain(name),
                None => return self.explanation_command(Command::ExplanationNext),
            },
            Command::ExplanationBack => {
                if let Some((name, scroll, related)) = reader.before.pop() {
                    (reader.name, reader.scroll, reader.related) = (name, scroll, related);
                }
            }
            _ => drop(self.modals.pop()),
        }
        vec![]
    }

    /// Is the cursor of the help or the palette on a page?
    pub(super) fn finds_page(&self) -> bool {
        matches!(self.modals.last(), Some(Modal::Finder(finder)) if matches!(finder.current(self), Some(FinderLine::Page { .. })))
    }

    /// Was another page read before the one on top?
    pub(super) fn has_read_before(&self) -> bool {
        matches!(self.beneath(), Some(Modal::Explanation(reader)) if !reader.before.is_empty())
    }
}

impl Command {
    /// The command of this name, in the scope of that name.
    pub fn named(scope: &str, name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.scope().name() == scope && command.name() == name)
    }
}
