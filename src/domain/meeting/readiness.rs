//! Is an item ready (gereed)? What is missing, and in which field. It warns; it never blocks by itself.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AgendaItem, Answer, Capacity, Entry, Invitation, MeetingFacts};
use crate::domain::{Date, commitment::Commitment, ids::OrganisationCode, organisation::OrganisationKind, role::coded_enum};

/// Characters that fit on one page (A4).
pub const PAGE: usize = 3_500;

coded_enum!(
    /// What is missing.
    MissingKind {
        /// A title.
        Title = "title",
        /// A slot that the meeting has.
        Slot = "slot",
        /// The stalemate in one sentence.
        Stalemate = "stalemate",
        /// The facts.
        Facts = "facts",
        /// The facts do not fit on one page.
        FactsTooLong = "facts-too-long",
        /// What was tried.
        Tried = "tried",
        /// A body in the case.
        Bodies = "bodies",
        /// A national body: without one the LET can force nothing.
        NationalBody = "national-body",
        /// The position of a body.
        Position = "position",
        /// How the household sees it.
        Perspective = "perspective",
        /// The decision asked for.
        DecisionAsked = "decision-asked",
        /// Options.
        Options = "options",
        /// A ground for sharing with a body, on the day of the meeting.
        Ground = "ground",
        /// A director or deputy of a body is invited.
        Invitee = "invitee",
        /// The mandate of who comes for a body is confirmed.
        Mandate = "mandate",
        /// A director or deputy of a body accepted.
        Acceptance = "acceptance",
        /// A director or deputy of a body who answered for another time is asked again.
        AskAgain = "ask-again",
        /// Somebody to send papers and decisions of a body to: nobody of it is asked, and the register knows nobody.
        Addressee = "addressee",
    }
);

impl MissingKind {
    /// Is it there once somebody more is invited?
    pub fn invites(self) -> bool {
        matches!(self, Self::Invitee | Self::Addressee)
    }

    /// The code of the fault that names it; the text is in the locale files under `fault-CODE`.
    pub fn fault(self) -> &'static str {
        match self {
            Self::Title => "missing-title",
            Self::Slot => "missing-slot",
            Self::Stalemate => "missing-stalemate",
            Self::Facts => "missing-facts",
            Self::FactsTooLong => "missing-facts-too-long",
            Self::Tried => "missing-tried",
            Self::Bodies => "missing-bodies",
            Self::NationalBody => "missing-national-body",
            Self::Position => "missing-position",
            Self::Perspective => "missing-perspective",
            Self::DecisionAsked => "missing-decision-asked",
            Self::Options => "missing-options",
            Self::Ground => "missing-ground",
            Self::Invitee => "missing-invitee",
            Self::Mandate => "missing-mandate",
            Self::Acceptance => "missing-acceptance",
            Self::AskAgain => "missing-ask-again",
            Self::Addressee => "missing-addressee",
        }
    }
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// What.
    pub kind: MissingKind,
    /// The field it stands in, as a JSON pointer into the item's facts; `/invitations` for an invitation.
    pub field: String,
    /// The body it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
}

/// What is missing in an item of this meeting, in the order in which it is filled in; nothing: it is ready. `kind` says what an
/// organisation is. With the meeting comes the day on which the item is dealt with: a ground must hold then, and on the last day
/// of its slot where no time is given. Without a meeting nothing is asked of its day and slots.
pub fn missing(
    item: &AgendaItem,
    invitations: &[Invitation],
    meeting: Option<(&MeetingFacts, Option<Date>)>,
    kind: impl Fn(&OrganisationCode) -> Option<OrganisationKind>,
) -> Vec<Missing> {
    let facts = &item.facts;
    let mut found = vec![];
    let mut see = |is_missing: bool, kind, field: &str| {
        if is_missing {
            found.push(Missing { kind, field: field.to_owned(), organisation: None });
        }
    };
    see(facts.title.is_blank() && item.standing.is_none(), MissingKind::Title, "/title");
    let slots = meeting.map_or(usize::MAX, |(meeting, _)| meeting.slots.len());
    see(facts.slot == 0 || usize::from(facts.slot) > slots, MissingKind::Slot, "/slot");
    if item.signal.is_none() {
        return found;
    }
    see(facts.stalemate.is_blank(), MissingKind::Stalemate, "/stalemate");
    see(facts.facts.is_blank(), MissingKind::Facts, "/facts");
    see(facts.facts.raw().chars().count() > PAGE, MissingKind::FactsTooLong, "/facts");
    see(facts.tried.is_empty(), MissingKind::Tried, "/tried");
    see(facts.bodies.is_empty(), MissingKind::Bodies, "/bodies");
    let national = facts.bodies.iter().any(|body| kind(&body.organisation) == Some(OrganisationKind::NationalBody));
    see(!facts.bodies.is_empty() && !national, MissingKind::NationalBody, "/bodies");
    see(facts.perspective.is_blank(), MissingKind::Perspective, "/perspective");
    see(facts.decision_asked.is_blank(), MissingKind::DecisionAsked, "/decisionAsked");
    see(facts.options.is_empty(), MissingKind::Options, "/options");
    let day = meeting.and_then(|(meeting, day)| day.or_else(|| meeting.last_day_of(facts.slot)));
    for (at, body) in facts.bodies.iter().enumerate() {
        let code = &body.organisation;
        let mut see = |is_missing: bool, kind, field: String| {
            if is_missing {
                found.push(Missing { kind, field, organisation: Some(code.clone()) });
            }
        };
        see(body.position.is_blank(), MissingKind::Position, format!("/bodies/{at}/position"));
        see(day.is_some_and(|day| !item.is_shared_with(code, day)), MissingKind::Ground, "/grounds".into());
        let leads = |invitation: &&Invitation| {
            let facts = &invitation.facts;
            !invitation.withdrawn && facts.organisation == *code && facts.capacity != Capacity::Other
        };
        let invited: Vec<&Invitation> = invitations.iter().filter(leads).collect();
        let coming: Vec<&&Invitation> = invited.iter().filter(|one| one.facts.answer == Answer::Accepted).collect();
        let field = || "/invitations".to_owned();
        see(invited.is_empty(), MissingKind::Invitee, field());
        let again = invited.iter().any(|one| one.facts.must_be_asked_again());
        see(coming.is_empty() && again, MissingKind::AskAgain, field());
        see(!invited.is_empty() && coming.is_empty() && !again, MissingKind::Acceptance, field());
        see(!coming.is_empty() && !coming.iter().any(|one| one.facts.mandate_confirmed), MissingKind::Mandate, field());
    }
    found
}

/// The bodies of an item that nobody can send to: `nobody` are those of which the register knows nobody either.
pub fn without_addressee(entry: &Entry, promised: &[Commitment], nobody: &[OrganisationCode]) -> Vec<Missing> {
    let unasked = entry.unasked(promised).into_iter().filter(|code| nobody.contains(code));
    let named = |code: &OrganisationCode| Missing {
        kind: MissingKind::Addressee,
        field: "/invitations".to_owned(),
        organisation: Some(code.clone()),
    };
    unasked.map(named).collect()
}
