//! Looking somebody up in the register: pane 3, and the window that `@` opens over any screen.

pub mod uses;

use super::{State, field::Field, layout, list::ListCursor};
use crate::{
    client::replica::{Case, Hit, Leaning, Officers, Question},
    domain::{
        fold::fold,
        ids::{OfficerId, OrganisationCode, SignalId, SignalNumber},
        next_best,
        officer::{Mandate, Officer, Standing},
        text::SafeText,
        topic::{Coverage, coverage, holds, searched},
        verdict::OfficerCall,
    },
};

use uses::Uses;

/// The size of the window that `@` opens, when there is room.
pub const FRAME: (u16, u16) = (96, 26);

/// Most hits that are shown.
const MOST: usize = 100;

/// Of so many words it is told how many each finds alone, at most.
const MOST_ALONE: usize = 3;

/// Letters that a word has at least before it is told what it means.
const LEAST: usize = 3;

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The search field.
    #[default]
    Search,
    /// The card.
    Card,
}

/// A hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The entry.
    pub officer: Officer,
    /// Found by forgiving a typing error.
    pub typo: bool,
    /// It was changed, and is not found by this any more: it stays where it stood until the list is made anew.
    pub left: bool,
}

/// Whose number was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// Which signal was under the cursor.
    pub signal: SignalId,
    /// Whose.
    pub officer: OfficerId,
    /// Of which organisation.
    pub organisation: OrganisationCode,
    /// The name, with the organisation.
    pub name: String,
}

/// Who was called from here.
#[derive(Debug, Clone, Default)]
pub struct Called {
    /// Whose number was copied last, of which organisation, while which signal was under the cursor.
    pub last: Option<Last>,
    /// For which cases an entry was called before, of the card that was opened last.
    pub before: Option<(OfficerId, Vec<OfficerCall>)>,
    /// How much each entry is used.
    pub uses: Uses,
}

/// The case a search is about: whom to call is proposed before anything is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// Its number.
    pub number: SignalNumber,
    /// What is known of it.
    pub case: Case,
}

/// A search in the register.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    /// What was typed.
    pub query: Field,
    /// What was found, best first.
    pub hits: Vec<Found>,
    /// How many there are in all, also those not shown.
    pub total: usize,
    /// The case at hand.
    pub about: Option<About>,
    /// What nobody who was found may decide about: those that are shown are the next best.
    pub uncovered: Option<String>,
    /// Of several words that find nobody together, how many each finds alone.
    pub alone: Vec<(String, usize)>,
    /// The cursor.
    pub list: ListCursor,
    /// Where the keys go.
    pub focus: Focus,
    /// Of which entry the card was scrolled, and by how many lines.
    pub scrolled: Option<(OfficerId, usize)>,
    /// How far the card can be scrolled, as the last frame found.
    pub card_most: usize,
    /// The search that is under way on the server.
    pub waiting: Option<u64>,
    /// Raised with every change of the query.
    pub edits: u64,
    /// The query is on the screen and what it finds here is not looked for yet: in a large register that comes after the letter.
    pub due: bool,
    /// The server's refusal, in words.
    pub refused: Option<String>,
}

impl Lookup {
    /// What is not found any more goes.
    pub fn let_go(&mut self) {
        self.hits.retain(|found| !found.left);
        self.list.row = self.list.row.min(self.hits.len().saturating_sub(1));
    }

    /// Searches these entries anew, which changed: what was changed and is not found any more stays where it stood, with a sign, and so
    /// does the cursor.
    pub fn search_again(&mut self, officers: &Officers, leaning: &Leaning) {
        // What is typed meanwhile is another question.
        if self.due {
            return self.search(officers, leaning);
        }
        let (before, list) = (std::mem::take(&mut self.hits), self.list.clone());
        let current = before.get(list.row).map(|found| found.officer.id);
        self.search(officers, leaning);
        for (at, found) in before.into_iter().enumerate() {
            let id = found.officer.id;
            let now = officers.find(id).and_then(|row| officers.get(row)).map(|row| row.officer());
            let Some(officer) = now.filter(|now| found.left || now.version > found.officer.version) else { continue };
            if self.hits.iter().all(|hit| hit.officer.id != id) {
                self.hits.insert(at.min(self.hits.len()), Found { officer, left: true, ..found });
            }
        }
        let row = current.and_then(|id| self.hits.iter().position(|found| found.officer.id == id));
        let row = row.unwrap_or(list.row);
        if row < self.hits.len() {
            self.list = ListCursor { row, ..list };
        }
    }

    /// Searches these entries; the cursor goes to the best hit.
    pub fn search(&mut self, officers: &Officers, leaning: &Leaning) {
        let query = self.query.text();
        (self.refused, self.due) = (None, false);
        let blank = query.trim().is_empty();
        if blank && self.about.is_none() {
            self.total = officers.len() as usize;
            self.hits = (0..officers.len().min(MOST as u32))
                .filter_map(|row| officers.get(row))
                .map(|row| Found { officer: row.officer(), typo: false, left: false })
                .collect();
        } else {
            let hits = match &self.about {
                Some(about) if blank => officers.proposed(&about.case, leaning),
                Some(about) => officers.search(query, MOST, &Leaning { near: about.case.organisations(), ..leaning.clone() }),
                None => officers.search(query, MOST, leaning),
            };
            self.total = hits.len();
            let found =
                |hit: &Hit| Some(Found { officer: officers.get(hit.row)?.officer(), typo: hit.class.is_forgiven(), left: false });
            self.hits = hits.iter().filter_map(found).collect();
        }
        self.uncovered = uncovered(query, &self.hits);
        let words: Vec<&str> = query.split_whitespace().collect();
        let tells = self.hits.is_empty() && (2..=MOST_ALONE).contains(&words.len());
        let alone = |word: &&str| ((*word).to_owned(), officers.search(word, MOST, leaning).len());
        self.alone = if tells { words.iter().map(alone).collect() } else { vec![] };
        self.list = ListCursor::default();
    }

    /// Are entries of the case at hand shown that nobody asked for?
    pub fn proposes(&self) -> Option<&About> {
        self.about.as_ref().filter(|_| self.query.is_blank() && !self.hits.is_empty())
    }

    /// By how many lines the card of the entry under the cursor is scrolled.
    pub fn scroll(&self) -> usize {
        let current = self.current().map(|officer| officer.id);
        self.scrolled.filter(|(of, _)| Some(*of) == current).map_or(0, |(_, lines)| lines)
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Officer> {
        self.hits.get(self.list.row).map(|found| &found.officer)
    }
}

/// What was asked a mandate for that the best hit does not have: `mandaat:ontruiming` where nobody decides about it.
pub fn uncovered(query: &str, hits: &[Found]) -> Option<String> {
    let best = &hits.first()?.officer.facts;
    let question = Question::parse(query);
    question.mandates().find(|topic| coverage(best, topic) != Coverage::Covered).map(str::to_owned)
}

/// What stands above the hits: how old they are without a connection, of which case they are, that they are only like what was typed, or that none of them decides about
/// what was asked.
pub fn heading(lookup: &Lookup, state: &State) -> Option<String> {
    let age = state.register_age().or_else(|| state.register_unusable().map(str::to_owned));
    match (age, heading_of_hits(lookup, state)) {
        (Some(age), Some(words)) => Some(format!("{age} · {words}")),
        (age, words) => age.or(words),
    }
}

fn heading_of_hits(lookup: &Lookup, state: &State) -> Option<String> {
    let texts = &state.texts;
    if let Some(about) = lookup.proposes() {
        if nobody_decides(lookup, state) {
            return Some(texts.get("lookup-nobody-decides"));
        }
        let who: Vec<String> = about.case.organisations().iter().map(|code| state.reference.organisation_name(code)).collect();
        let who = SafeText::line(&who.join(", "));
        return Some(texts.with("lookup-about", &[("number", about.number.short().into()), ("who", who.into())]));
    }
    if lookup.hits.first().is_some_and(|found| found.typo) {
        let query = SafeText::line(lookup.query.text());
        return Some(texts.with("lookup-forgiven", &[("query", query.into())]));
    }
    if lookup.query.is_blank() && !lookup.hits.is_empty() {
        return attention(state);
    }
    let topic = lookup.uncovered.as_ref()?;
    Some(texts.with("lookup-uncovered", &[("topic", SafeText::line(topic).into())]))
}

/// What to do when nobody was found: which of the words finds somebody alone, and the municipality or place that a word means but for a
/// slip, else fewer words.
pub fn no_hits_advice(lookup: &Lookup, state: &State) -> String {
    let words = lookup.query.text().split_whitespace();
    let advice = match words.filter_map(|word| state.reference.gazetteer.meant(word)).next() {
        Some(meant) => state.texts.with("no-hits-meant", &[("place", meant.name.as_str().into())]),
        None => state.texts.get("no-hits-advice"),
    };
    let alone = |(word, count): &(String, usize)| {
        let values = [("word", SafeText::line(word).into()), ("count", (*count).into())];
        state.texts.with(if *count < MOST { "no-hits-alone" } else { "no-hits-alone-many" }, &values)
    };
    match &lookup.alone[..] {
        [] => advice,
        words => format!("{}. {advice}", words.iter().map(alone).collect::<Vec<_>>().join("; ")),
    }
}

/// How much of the register asks for attention, for who maintains it.
fn attention(state: &State) -> Option<String> {
    if !state.may("register.write") {
        return None;
    }
    let counts = state.replica.officers().asking(state.today);
    let values = ["reported", "stale", "ending"].into_iter().zip(counts.map(Into::into));
    (counts != [0; 3]).then(|| state.texts.with("register-attention", &values.collect::<Vec<_>>()))
}

/// Whom to ask else, when the entry under the cursor does not cover what was asked, or nobody who is proposed for the case decides.
pub fn next_best(lookup: &Lookup, state: &State) -> Option<String> {
    let current = lookup.current()?;
    let topic = match (&lookup.uncovered, lookup.proposes()) {
        (Some(topic), _) if coverage(&current.facts, topic) != Coverage::Covered => topic.as_str(),
        (None, Some(_)) if nobody_decides(lookup, state) => "",
        _ => return None,
    };
    let others = lookup.hits.iter().map(|found| &found.officer);
    Some(state.texts.next_best(&next_best::next_best(current, topic, others, state.today)))
}

fn nobody_decides(lookup: &Lookup, state: &State) -> bool {
    let decides = |found: &Found| {
        found.officer.facts.mandate == Mandate::Decide && found.officer.facts.standing(state.today) == Standing::Sound
    };
    !lookup.hits.iter().any(decides)
}

/// For which cases an entry was called before, where that was asked for its card.
pub fn called_before(state: &State, officer: OfficerId) -> &[OfficerCall] {
    state.called.before.as_ref().filter(|(of, _)| *of == officer).map_or(&[], |(_, calls)| calls)
}

/// A word that was typed and that an entry is found by through one of its domains alone, with that domain: `ontruiming`, `huisvesting`.
pub fn found_through(lookup: &Lookup, state: &State, officer: &Officer) -> Option<(String, String)> {
    let facts = &officer.facts;
    let organisation = state.reference.organisation_name(&facts.organisation);
    let own = [facts.name.raw(), facts.title.raw(), facts.mandate_excludes.raw(), organisation.as_str()];
    let own: Vec<String> = own.into_iter().chain(facts.domains.iter().map(|domain| domain.raw())).map(fold).collect();
    let wanted = Question::parse(lookup.query.text()).wanted();
    let said = |word: &String| word.chars().count() < LEAST || own.iter().any(|text| holds(text, word));
    wanted.into_iter().filter(|word| !said(word)).find_map(|word| {
        let domain = facts.domains.iter().find(|domain| holds(&searched(domain.raw()), &word))?;
        Some((word, domain.line().into_string()))
    })
}

/// The number to call first: the central one, else the direct one.
pub fn phone(officer: &Officer) -> &str {
    let (central, direct) = (officer.facts.phone.raw(), officer.facts.direct_phone.raw());
    if central.trim().is_empty() { direct } else { central }
}

/// The address to write to first: the central one, else the direct one.
pub fn mail(officer: &Officer) -> &str {
    let (central, direct) = (officer.facts.mail.raw(), officer.facts.direct_mail.raw());
    if central.trim().is_empty() { direct } else { central }
}

/// How many rows the window of the register shows that `@` opens.
pub fn list_height(size: (u16, u16)) -> usize {
    usize::from(layout::centred(size, FRAME).height.saturating_sub(4) / 2).max(3)
}
