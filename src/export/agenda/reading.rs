//! What a reader may read. The rest of the papers is made from this alone.
//!
//! A body gets what [`publication`] says: what the second person was shown, on a ground that holds now.

use crate::domain::{
    Instant,
    confirmation::ConfirmedAction,
    ids::{AgendaItemId, OrganisationCode, SignalId},
    meeting::{EditionItem, Entry, Invitation, InvitationFacts, ItemGround, ItemPaper, LetDecision, publication, stands},
};

use super::{
    Paper, Refused, as_sent,
    source::{Promise, Source},
    steps::{Step, steps},
};

/// For whom a paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// The secretariat: everything.
    Secretariat,
    /// A body: the items it is invited for, and what the grounds for sharing allow.
    Body(OrganisationCode),
    /// One person of a body: of those items the ones that this person is invited for.
    Person(Box<InvitationFacts>),
}

impl Reader {
    /// The body; nothing: the secretariat.
    pub fn code(&self) -> Option<&OrganisationCode> {
        match self {
            Self::Secretariat => None,
            Self::Body(code) => Some(code),
            Self::Person(person) => Some(&person.organisation),
        }
    }
}

/// When an item is dealt with: all that is told of one without a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) item: AgendaItemId,
    pub(super) number: u32,
    pub(super) slot: u16,
    pub(super) starts_at: Option<Instant>,
    pub(super) ends_at: Option<Instant>,
}

/// What of an item may be read.
pub(super) struct Whole<'a> {
    pub(super) item: &'a EditionItem,
    pub(super) grounds: Vec<&'a ItemGround>,
    pub(super) invitations: Vec<&'a Invitation>,
    pub(super) decisions: Vec<&'a LetDecision>,
    pub(super) promises: Vec<&'a Promise>,
    pub(super) papers: Vec<&'a ItemPaper>,
    pub(super) steps: Vec<Step<'a>>,
}

/// An item that a reader gets.
pub(super) struct Seen<'a> {
    pub(super) times: Times,
    /// Nothing: there is no ground for more than its time.
    pub(super) whole: Option<Whole<'a>>,
}

/// The items that the reader gets, in order of the agenda.
pub(super) fn items<'a>(source: &'a Source, reader: &Reader, paper: Paper) -> Result<Vec<Seen<'a>>, Refused> {
    let items = source.edition.content.items.iter();
    let seen: Vec<Seen<'_>> = match reader {
        Reader::Secretariat => items.map(|one| whole(source, one, reader)).collect(),
        Reader::Body(code) => of_body(source, code, reader, paper),
        Reader::Person(person) => {
            let mut seen = of_body(source, &person.organisation, reader, paper);
            seen.retain(|one| is_asked(source, one.times.item, person));
            seen
        }
    };
    if seen.is_empty() && *reader != Reader::Secretariat { Err(Refused::NothingForReader) } else { Ok(seen) }
}

/// The cases of which a paper tells the course: those of the items that the reader gets whole, in papers that hold whole items.
pub fn cases(source: &Source, reader: &Reader, paper: Paper) -> Vec<SignalId> {
    let is_told = |id: AgendaItemId| match paper {
        Paper::Pack => true,
        Paper::Item(item) => item == id,
        Paper::Agenda | Paper::Decisions => false,
    };
    let seen = items(source, reader, paper).unwrap_or_default();
    let whole = seen.iter().filter(|one| is_told(one.times.item)).filter_map(|one| one.whole.as_ref());
    whole.filter_map(|whole| whole.item.item.signal).collect()
}

/// Open commitments of earlier meetings that the reader may read: a body's own, from an item shared with it.
pub(super) fn open_promises<'a>(source: &'a Source, reader: &Reader) -> Vec<&'a Promise> {
    source.open_promises().filter(|one| reader.code().is_none_or(|code| is_promise_of(source, one, code))).collect()
}

fn of_body<'a>(source: &'a Source, code: &OrganisationCode, reader: &Reader, paper: Paper) -> Vec<Seen<'a>> {
    if let (Paper::Decisions, Some(list)) = (paper, &source.sending.list) {
        return as_sent::items(source, list, (code, reader));
    }
    let action = match paper {
        Paper::Decisions => ConfirmedAction::PublishDecisions,
        Paper::Agenda | Paper::Item(_) | Paper::Pack => ConfirmedAction::PublishAgenda,
    };
    let told = publication(&source.edition, action, &source.present());
    let told = told.recipients.into_iter().find(|one| one.organisation == *code);
    let told = told.map(|one| one.items).unwrap_or_default();
    let seen = source.edition.content.items.iter().filter_map(|one| {
        let told = told.iter().find(|told| told.item == one.item.id)?;
        Some(if told.withheld { Seen { times: times(one), whole: None } } else { whole(source, one, reader) })
    });
    seen.collect()
}

fn is_asked(source: &Source, item: AgendaItemId, person: &InvitationFacts) -> bool {
    let entry = entry(source, item);
    entry
        .into_iter()
        .flat_map(|entry| &entry.invitations)
        .filter(|one| one.is_asked())
        .any(|one| one.facts.organisation == person.organisation && one.facts.is_one_person(person))
}

fn entry(source: &Source, item: AgendaItemId) -> Option<&Entry> {
    source.entries.iter().find(|entry| entry.item.id == item)
}

fn is_promise_of(source: &Source, promise: &Promise, code: &OrganisationCode) -> bool {
    let own = promise.commitment.facts.organisation == *code;
    own && promise.item.as_ref().is_some_and(|item| item.is_shared_with(code, source.made_on()))
}

/// All of an item; for a body its own decisions, commitments and grounds.
pub(super) fn whole<'a>(source: &'a Source, one: &'a EditionItem, reader: &Reader) -> Seen<'a> {
    let code = reader.code();
    let timeline = one.item.signal.and_then(|signal| source.timelines.get(&signal)).map(Vec::as_slice).unwrap_or_default();
    let now = entry(source, one.item.id);
    let is_paper_of = |paper: &ItemPaper| code.is_none_or(|code| paper.is_for(code)) && stands(paper, now, code);
    let is_for = |bodies: &[OrganisationCode]| code.is_none_or(|code| bodies.contains(code));
    let decisions = now.map_or(&[][..], |entry| &entry.decisions).iter();
    let invitations = now.map_or(&one.invitations[..], |entry| &entry.invitations).iter();
    let promises = source.promises_here().filter(|promise| {
        promise.commitment.facts.source.as_ref().is_some_and(|source| {
        matches!(source, crate::domain::commitment::CommitmentSource::AgendaItem { item, .. } if *item == one.item.id)
    })
    });
    Seen {
        times: times(one),
        whole: Some(Whole {
            item: one,
            grounds: one.item.facts.grounds.iter().filter(|ground| is_for(&ground.bodies)).collect(),
            invitations: invitations.filter(|one| !one.withdrawn).collect(),
            decisions: decisions.filter(|made| !made.withdrawn && is_for(&made.facts.bodies)).collect(),
            papers: one.papers.iter().filter(|paper| is_paper_of(paper)).collect(),
            // A fixed version tells what had happened when it was fixed.
            steps: steps(timeline, reader, source.edition.fixed_at),
            promises: promises.filter(|one| code.is_none_or(|code| one.commitment.facts.organisation == *code)).collect(),
        }),
    }
}

pub(super) fn times(one: &EditionItem) -> Times {
    let times = &one.times;
    let (number, slot) = (times.number, one.item.facts.slot);
    Times { item: one.item.id, number, slot, starts_at: times.starts_at, ends_at: times.ends_at }
}
