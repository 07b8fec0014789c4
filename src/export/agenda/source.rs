//! What papers are made from: a version of the agenda, what stands there now, and the commitments. The caller reads it; nothing
//! here asks for more.

use std::collections::BTreeMap;

use super::{Paper, Template, as_sent::SentList};
use crate::domain::{
    Date, Instant,
    commitment::{Commitment, CommitmentSource},
    deadline::Deadline,
    ids::{EditionId, SignalId},
    meeting::{Agenda, AgendaItem, Edition, Entry, MeetingState, Present, Sent},
    signal::Entry as TimelineEntry,
    text::RawText,
    zone,
};

/// A commitment, with the item of an agenda it comes from: without it, nobody but the secretariat reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The commitment.
    pub commitment: Commitment,
    /// The item it comes from, of whatever meeting.
    pub item: Option<AgendaItem>,
}

/// Who sends invitations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Secretariat {
    /// Name.
    pub name: RawText,
    /// Address.
    pub mail: RawText,
}

/// What a second person confirmed that it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// Was this version of the agenda sent?
    pub agenda: bool,
    /// Were the decisions?
    pub decisions: bool,
    /// The decisions as they were sent; nothing: they were not, or it is not known how.
    pub list: Option<SentList>,
}

impl Sending {
    /// All was sent, and stands as it was.
    const ALL: Self = Self { agenda: true, decisions: true, list: None };
}

/// What papers are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The version.
    pub edition: Edition,
    /// Is it a draft: not fixed?
    pub draft: bool,
    /// Does the meeting go on? One that was cancelled says so on every page.
    pub goes_on: bool,
    /// The items as they stand now, with answers, decisions, and grounds that may have ended since the version was fixed.
    pub entries: Vec<Entry>,
    /// Commitments: open ones of earlier meetings, and all of this one.
    pub promises: Vec<Promise>,
    /// Running terms, time-outs, moratoria and threatening events of the cases: rows of the deadline board.
    pub clocks: Vec<Deadline>,
    /// The timelines of the cases, newest first; of a fixed version what came later is left out.
    pub timelines: BTreeMap<SignalId, Vec<TimelineEntry>>,
    /// How the papers look and begin.
    pub template: Template,
    /// How many lessons were noted at this meeting.
    pub lessons: usize,
    /// What was sent. What was not says so on every page.
    pub sending: Sending,
    /// Who sends invitations.
    pub secretariat: Secretariat,
    /// When the papers are made; a ground for sharing must hold then.
    pub made_at: Instant,
}

impl Source {
    /// Of a version that was fixed.
    pub fn fixed(edition: Edition, entries: Vec<Entry>, promises: Vec<Promise>, made_at: Instant) -> Self {
        Self {
            edition,
            draft: false,
            goes_on: true,
            entries,
            promises,
            clocks: vec![],
            timelines: BTreeMap::new(),
            lessons: 0,
            template: Template::default(),
            sending: Sending::ALL,
            secretariat: Secretariat::default(),
            made_at,
        }
    }

    /// Of an agenda that is not fixed, or changed since.
    pub fn draft(agenda: &Agenda, promises: Vec<Promise>, made_at: Instant) -> Self {
        let edition = Edition {
            id: EditionId(uuid::Uuid::nil()),
            meeting: agenda.meeting.id,
            number: agenda.meeting.edition.map_or(0, |edition| edition.number),
            content: agenda.content(),
            fixed_at: made_at,
            fixed_by: crate::domain::ids::AccountId(uuid::Uuid::nil()),
            fixed_by_name: RawText::default(),
            reason: RawText::default(),
            clocks: vec![],
        };
        let entries = agenda.entries.clone();
        Self {
            edition,
            draft: true,
            goes_on: agenda.meeting.state != MeetingState::Cancelled,
            entries,
            promises,
            clocks: vec![],
            timelines: BTreeMap::new(),
            lessons: 0,
            template: Template::default(),
            sending: Sending::ALL,
            secretariat: Secretariat::default(),
            made_at,
        }
    }

    /// With so many lessons.
    pub fn with_lessons(self, lessons: usize) -> Self {
        Self { lessons, ..self }
    }

    /// Of which so much was sent, and the decisions as they were.
    pub fn with_sending(self, agenda: bool, decisions: bool, sent: Option<Sent>) -> Self {
        let list = sent.map(|sent| SentList::of(sent, &self.edition, &self.promises));
        Self { sending: Sending { agenda, decisions, list }, ..self }
    }

    /// Sent by this secretariat.
    pub fn sent_by(self, secretariat: Secretariat) -> Self {
        Self { secretariat, ..self }
    }

    /// On this template.
    pub fn written_on(self, template: Template) -> Self {
        Self { template, ..self }
    }

    /// With these rows of the deadline board.
    pub fn with_clocks(self, clocks: Vec<Deadline>) -> Self {
        Self { clocks, ..self }
    }

    /// With these timelines.
    pub fn with_timelines(self, timelines: BTreeMap<SignalId, Vec<TimelineEntry>>) -> Self {
        Self { timelines, ..self }
    }

    /// Of a meeting that was cancelled.
    pub fn cancelled(self) -> Self {
        Self { goes_on: false, ..self }
    }

    /// Did a second person confirm that this is sent?
    pub(super) fn is_sent(&self, paper: Paper) -> bool {
        if paper == Paper::Decisions { self.sending.decisions } else { self.sending.agenda }
    }

    /// What there is beside the version.
    pub(super) fn present(&self) -> Present<'_> {
        let commitments = self.promises.iter().map(|one| &one.commitment).collect();
        Present { entries: &self.entries, commitments, today: self.made_on() }
    }

    pub(super) fn made_on(&self) -> Date {
        zone::date_of(self.made_at)
    }

    /// Commitments of earlier meetings and calls that are open.
    pub(super) fn open_promises(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|one| one.commitment.closed.is_none() && !self.is_of_this_meeting(one))
    }

    /// Those made at this meeting.
    pub(super) fn promises_here(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|one| self.is_of_this_meeting(one))
    }

    fn is_of_this_meeting(&self, promise: &Promise) -> bool {
        let number = self.edition.content.number;
        matches!(promise.commitment.facts.source, Some(CommitmentSource::AgendaItem { meeting, .. }) if meeting == number)
    }
}
