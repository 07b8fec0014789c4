//! A commitment (toezegging, bestuurlijke afspraak): what a body promised, to whom, and when it is due. An agreement: no act
//! moves its day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    arrangement::{
        Arrangement, ArrangementFacts, ArrangementKind, ArrangementState, Closed, Closing, Refusal, differing, shortened,
    },
    ids::{AgendaItemId, OrganisationCode},
    meeting::MeetingNumber,
    term::{
        arithmetic::Basis,
        explanation::{Explained, Ground, Question, explain},
    },
    text::RawText,
};

/// Where it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CommitmentSource {
    /// In a phone call.
    PhoneCall {
        /// On this day.
        on: NaiveDate,
    },
    /// At a meeting of the LET.
    AgendaItem {
        /// The meeting.
        meeting: MeetingNumber,
        /// The item of its agenda, about the same signal.
        item: AgendaItemId,
        /// On this day.
        on: NaiveDate,
    },
}

impl CommitmentSource {
    /// The day on which it was promised.
    pub fn on(&self) -> Date {
        match self {
            Self::PhoneCall { on } | Self::AgendaItem { on, .. } => *on,
        }
    }
}

/// The length of time in which it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counted {
    /// From the day after this one.
    pub from: NaiveDate,
    /// How long: `3w`, `10d`, `2m`, `5wd`.
    pub length: String,
}

/// When it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Due {
    /// The last day (t/m).
    pub on: NaiveDate,
    /// How that day was counted, if it was given as a length; it must give that day.
    #[serde(default)]
    pub counted: Option<Counted>,
}

impl Due {
    /// On a day that was given.
    pub fn on(on: Date) -> Self {
        Self { on, counted: None }
    }

    /// How the day was counted, step by step; nothing: it was given, or the length gives no day.
    pub fn explained(&self) -> Option<Explained> {
        let counted = self.counted.as_ref()?;
        let length = Some(counted.length.parse().ok()?);
        explain(&Question { trigger: counted.from, length, ground: Ground::Basis(Basis::Agreed), suspensions: vec![] }).ok()
    }

    fn impossible(&self) -> Option<Refusal> {
        self.counted.as_ref()?;
        match self.explained() {
            None => Some(Refusal::NoSuchLength),
            Some(explained) => (explained.end.end != self.on).then_some(Refusal::NotAsCounted(explained.end.end)),
        }
    }
}

/// What is recorded about a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitmentFacts {
    /// What was promised.
    pub text: RawText,
    /// The body that promised it.
    pub organisation: OrganisationCode,
    /// Who there: a function first, a name second.
    #[serde(default)]
    pub person: RawText,
    /// To whom.
    #[serde(default)]
    pub to: RawText,
    /// Where it was made.
    #[serde(default)]
    pub source: Option<CommitmentSource>,
    /// When it is due.
    pub due: Due,
    /// What shows that it was made, or kept.
    #[serde(default)]
    pub evidence: RawText,
}

/// A commitment.
pub type Commitment = Arrangement<CommitmentFacts>;

impl Commitment {
    /// Was it made at this meeting, and did it not lapse? Then it is sent with the decisions of that meeting.
    pub fn counts_at(&self, number: MeetingNumber) -> bool {
        let lapsed = self.closed.as_ref().is_some_and(|closed| closed.how == Closing::Lapse);
        let here = matches!(self.facts.source, Some(CommitmentSource::AgendaItem { meeting, .. }) if meeting == number);
        here && !lapsed
    }
}

impl CommitmentFacts {
    fn promised_on(&self) -> Option<Date> {
        self.source.as_ref().map(CommitmentSource::on)
    }
}

impl ArrangementFacts for CommitmentFacts {
    const KIND: ArrangementKind = ArrangementKind::Commitment;
    const CLOSINGS: &'static [Closing] = &[Closing::Keep, Closing::Lapse];

    fn label(&self) -> RawText {
        shortened(&self.text)
    }

    fn organisation(&self) -> Option<&OrganisationCode> {
        Some(&self.organisation)
    }

    fn begins_on(&self) -> Option<Date> {
        self.promised_on()
    }

    fn agenda_item(&self) -> Option<(MeetingNumber, AgendaItemId)> {
        match self.source {
            Some(CommitmentSource::AgendaItem { meeting, item, .. }) => Some((meeting, item)),
            _ => None,
        }
    }

    fn day(&self) -> Date {
        self.due.on
    }

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; text = "text", organisation = "organisation", person = "person", to = "to", source = "source", due = "due",
            evidence = "evidence")
    }

    fn rule(&self) -> (Option<&'static str>, &'static str) {
        (None, "")
    }

    fn state_on(&self, today: Date) -> ArrangementState {
        if today > self.due.on { ArrangementState::Late } else { ArrangementState::Open }
    }

    fn impossible(&self, today: Date) -> Option<Refusal> {
        let future = self.promised_on().filter(|on| *on > today).map(Refusal::InTheFuture);
        let early = self.promised_on().filter(|on| self.due.on < *on).map(Refusal::BeforeStart);
        future.or(early).or_else(|| self.due.impossible())
    }

    fn closing_refused(&self, _: Closing, on: Date, today: Date) -> Option<Refusal> {
        if on > today {
            return Some(Refusal::InTheFuture(on));
        }
        self.promised_on().filter(|promised| on < *promised).map(Refusal::BeforeStart)
    }

    /// What shows that it was kept is its evidence.
    fn close(&mut self, closed: &Closed) {
        if closed.how == Closing::Keep && !closed.text.is_blank() {
            self.evidence = closed.text.clone();
        }
    }
}
