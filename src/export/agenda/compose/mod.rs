//! Documents from what a reader may read: which parts, in which order, under which headings.

mod agenda;
mod decisions;
mod item;
mod papers;
mod terms;
mod timeline;

use super::{
    Paper, Reader, Refused,
    model::{Block, Document, Draft, Table},
    reading::{self, Seen, Whole},
    source::Source,
    words::Words,
};
use crate::domain::{
    meeting::Answer,
    text::{RawText, SafeText},
    zone,
};

/// What every part is made with.
struct Maker<'a> {
    source: &'a Source,
    reader: &'a Reader,
    paper: Paper,
    words: &'a Words<'a>,
}

/// The document.
pub(super) fn document(source: &Source, reader: &Reader, paper: Paper, words: &Words<'_>) -> Result<Document, Refused> {
    let seen = reading::items(source, reader, paper)?;
    let maker = Maker { source, reader, paper, words };
    let number = source.edition.content.number.to_string();
    let titled = |key: &str| words.with(key, &[("number", number.as_str().into())]);
    let (title, blocks) = match paper {
        Paper::Agenda => (titled("title-agenda"), maker.agenda(&seen, 2)),
        Paper::Decisions => (titled("title-decisions"), maker.decisions(&seen)),
        Paper::Pack => (titled("title-pack"), maker.pack(&seen)),
        Paper::Item(id) => {
            let one = seen.iter().find(|one| one.times.item == id).ok_or(Refused::NoSuchItem)?;
            let whole = one.whole.as_ref().ok_or(Refused::NoGround)?;
            (maker.item_title(one, whole), maker.item(one, whole, 2))
        }
    };
    let version = [("version", source.edition.number.into())];
    let marked = |key: &str| Draft {
        mark: words.with(&format!("{key}-mark"), &version),
        sentence: words.with(&format!("{key}-sentence"), &version),
    };
    let draft = mark_of(source, paper).map(marked);
    let letterhead = source.template.letterhead.iter().map(RawText::line).collect();
    let language = words.texts.language();
    let blocks = maker.between(blocks);
    Ok(Document { language, letterhead, accent: source.template.accent(), title, draft, foot: maker.foot(), blocks })
}

/// What stands on every page, so that nobody takes it for what it is not yet, or no longer.
fn mark_of(source: &Source, paper: Paper) -> Option<&'static str> {
    match (source.goes_on, source.draft) {
        (false, _) => Some("cancelled"),
        (true, true) => Some(if source.edition.number > 0 { "changed" } else { "draft" }),
        (true, false) if source.is_sent(paper) => None,
        (true, false) => Some(if paper == Paper::Decisions { "unsent-decisions" } else { "unsent" }),
    }
}

impl Maker<'_> {
    /// Between the first and the last words of the template.
    fn between(&self, blocks: Vec<Block>) -> Vec<Block> {
        let Some((first, last)) = self.source.template.words(self.paper, self.words.texts.language()) else { return blocks };
        let said = |text: &RawText| (!text.is_blank()).then(|| Block::Paragraph(text.block()));
        said(first).into_iter().chain(blocks).chain(said(last)).collect()
    }

    /// The agenda and the papers of every item that may be read.
    fn pack(&self, seen: &[Seen<'_>]) -> Vec<Block> {
        let whole: Vec<(&Seen<'_>, &Whole<'_>)> = seen.iter().filter_map(|one| Some((one, one.whole.as_ref()?))).collect();
        let contents = whole.iter().map(|(one, whole)| self.item_title(one, whole));
        let mut blocks = vec![Block::Heading(2, self.words.get("contents"))];
        blocks.push(Block::List(std::iter::once(self.words.get("agenda")).chain(contents).collect()));
        blocks.push(Block::Heading(2, self.words.get("agenda")));
        blocks.extend(self.agenda(seen, 3));
        for (one, whole) in whole {
            blocks.push(Block::Break);
            blocks.push(Block::Heading(2, self.item_title(one, whole)));
            blocks.extend(self.item(one, whole, 3));
        }
        blocks
    }

    /// Number, version, date and for whom.
    fn foot(&self) -> SafeText {
        let content = &self.source.edition.content;
        let (key, at) = match self.source.draft {
            true => ("foot-draft", self.source.made_at),
            false => ("foot", self.source.edition.fixed_at),
        };
        let values = [
            ("number", content.number.to_string().into()),
            ("version", self.source.edition.number.into()),
            ("day", self.words.day(at).into()),
            ("reader", self.reader_named().into()),
        ];
        self.words.with(key, &values)
    }

    fn reader_named(&self) -> SafeText {
        match self.reader {
            Reader::Secretariat => self.words.get("secretariat"),
            Reader::Body(code) => self.words.body(code),
            Reader::Person(person) => {
                let body = RawText(self.words.body(&person.organisation).into_string());
                self.words.joined(&[&person.name, &person.function, &body])
            }
        }
    }

    /// `2. S-2026-00421 Ontruiming, SVB`.
    fn item_title(&self, one: &Seen<'_>, whole: &Whole<'_>) -> SafeText {
        SafeText::line(&format!("{}. {}", one.times.number, self.named(whole)))
    }

    fn named(&self, whole: &Whole<'_>) -> SafeText {
        let item = &whole.item.item;
        let title = item.facts.title.line();
        match item.signal_number {
            Some(number) => SafeText::line(&format!("{number} {title}")),
            None => title,
        }
    }

    fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading(level, self.words.get(key))
    }

    fn term(&self, key: &str, text: SafeText) -> (SafeText, SafeText) {
        (self.words.get(key), text)
    }

    fn table(&self, columns: &[&str], rows: Vec<Vec<SafeText>>) -> Block {
        Block::Table(Table { header: columns.iter().map(|key| self.words.get(key)).collect(), rows })
    }

    /// Who is invited: not the addresses, which are the secretariat's.
    fn invited(&self, whole: &Whole<'_>) -> Vec<Vec<SafeText>> {
        let all = *self.reader == Reader::Secretariat;
        let row = |one: &&crate::domain::meeting::Invitation| {
            let facts = &one.facts;
            let mandate = if facts.mandate_confirmed { "mandate-confirmed" } else { "mandate-open" };
            let mut row = vec![
                self.words.body(&facts.organisation),
                self.words.joined(&[&facts.function, &facts.name]),
                self.words.get(&format!("capacity-{}", facts.capacity)),
                self.words.get(mandate),
                self.words.get(&format!("answer-{}", facts.answer)),
            ];
            row.extend(all.then(|| facts.mail.line()));
            row
        };
        let there = whole.invitations.iter().filter(|one| all || one.facts.answer != Answer::Declined);
        there.map(row).collect()
    }

    fn invited_columns(&self) -> &'static [&'static str] {
        const ALL: &[&str] =
            &["column-body", "column-person", "column-capacity", "column-mandate", "column-answer", "column-mail"];
        if *self.reader == Reader::Secretariat { ALL } else { &ALL[..5] }
    }

    /// Commitments as rows: who, what, until when, where it stands today.
    fn promised(&self, promises: &[&super::Promise]) -> Vec<Vec<SafeText>> {
        let row = |one: &&super::Promise| {
            let (commitment, facts) = (&one.commitment, &one.commitment.facts);
            let state = commitment.state_on(self.stands_on());
            let who = RawText(self.words.body(&facts.organisation).into_string());
            vec![
                self.words.joined(&[&who, &facts.person]),
                facts.text.block(),
                facts.to.line(),
                SafeText::line(&self.words.texts.day(facts.due.on)),
                SafeText::line(&self.words.texts.get(&format!("arrangement-state-commitment-{state}"))),
            ]
        };
        promises.iter().map(row).collect()
    }

    /// The day on which a commitment stands where it is told to: today, and in what was sent to a body the day of that.
    fn stands_on(&self) -> crate::domain::Date {
        match (self.paper, self.reader.code(), &self.source.sending.list) {
            (Paper::Decisions, Some(_), Some(list)) => zone::date_of(list.sent.at),
            _ => self.source.made_on(),
        }
    }

    fn paragraph(&self, text: &RawText) -> Block {
        if text.is_blank() { Block::Note(self.words.get("empty")) } else { Block::Paragraph(text.block()) }
    }

    /// Date and time of a slot.
    fn slot(&self, slot: &crate::domain::meeting::Slot) -> SafeText {
        let (from, until) = (Some(slot.starts_at), Some(slot.ends_at));
        debug_assert!(zone::date_of(slot.starts_at) <= zone::date_of(slot.ends_at));
        self.words.span(from, until, None)
    }
}

/// The columns of a table of commitments.
const PROMISED: &[&str] = &["column-promised-by", "column-promise", "column-to", "column-due", "column-state"];
