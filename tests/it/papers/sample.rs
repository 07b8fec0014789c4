//! A meeting to make papers of: items of cases, each with its bodies, grounds, people, decisions and commitments.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use loket::{
    domain::{
        arrangement::Arrangement,
        commitment::{Commitment, CommitmentFacts, CommitmentSource, Due},
        confirmation::ConfirmedAction,
        ids::{AccountId, AgendaItemId, ArrangementId, EntryId, MeetingId, OrganisationCode, PartId, SignalId, SignalNumber},
        meeting::{
            Agenda, AgendaItem, AgendaItemFacts, Answer, Capacity, Edition, Entry, Invitation, InvitationFacts, ItemBody,
            ItemGround, ItemOption, ItemPaper, ItemPaperFacts, LetDecision, LetDecisionFacts, Meeting, MeetingFacts,
            MeetingNumber, MeetingState, Part, Slot,
        },
        signal::{Attempt, ContactMoment, Entry as TimelineEntry, EntryKind, LifeDomain, Linked, LinkedVerb},
        text::RawText,
    },
    export::agenda::{Promise, Secretariat, Source},
};
use uuid::Uuid;

/// What is asked of the sample.
pub struct Asked<'a> {
    pub items: usize,
    /// People invited by each body of an item.
    pub people: usize,
    /// What is typed: from the item's number and the name of the field.
    pub text: &'a dyn Fn(usize, &str) -> String,
}

pub const BODIES: [&str; 6] = ["UWV", "SVB", "CAK", "IND", "GM0344", "DUO"];

/// The bodies that are invited for an item.
pub fn invited(item: usize) -> [OrganisationCode; 2] {
    [code(item), code(item + 1)]
}

/// The bodies that the ground of an item covers: every third item covers one of its two alone, every fifth nobody.
pub fn covered(item: usize) -> Vec<OrganisationCode> {
    match item {
        item if item % 5 == 0 => vec![],
        item if item % 3 == 0 => vec![code(item)],
        item => invited(item).to_vec(),
    }
}

fn code(at: usize) -> OrganisationCode {
    OrganisationCode(BODIES[at % BODIES.len()].into())
}

fn id(kind: u128, at: usize) -> Uuid {
    Uuid::from_u128(0x018f_0000_0000_7000_8000_0000_0000_0000 + (kind << 32) + at as u128)
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn now() -> DateTime<Utc> {
    moment("2026-10-20T10:00:00Z")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn number() -> MeetingNumber {
    MeetingNumber::new(48).unwrap()
}

pub fn item_id(item: usize) -> AgendaItemId {
    AgendaItemId(id(1, item))
}

pub fn secretariat() -> Secretariat {
    Secretariat { name: "Secretariaat LET".into(), mail: "let@loket.example".into() }
}

/// A slot in the afternoon, one over midnight on the day the clock goes back.
fn slots() -> Vec<Slot> {
    [("2026-10-24T11:30:00Z", "2026-10-24T16:00:00Z"), ("2026-10-24T21:30:00Z", "2026-10-25T02:30:00Z")]
        .map(|(from, until)| Slot { starts_at: moment(from), ends_at: moment(until) })
        .to_vec()
}

fn part<F>(kind: u128, at: usize, item: usize, facts: F) -> Part<F> {
    Part {
        id: PartId(id(kind, at)),
        version: 1,
        item: item_id(item),
        facts,
        withdrawn: false,
        recorded_at: now(),
        recorded_by: AccountId(id(9, 1)),
        recorded_by_name: "M. Visser".into(),
    }
}

fn item(asked: &Asked<'_>, at: usize) -> AgendaItem {
    let text = |field: &str| RawText((asked.text)(at, field));
    let body = |code: OrganisationCode| {
        let named = |field: &str| text(&format!("{field}{code}"));
        ItemBody { position: named("position"), legal_room: named("room"), organisation: code.clone() }
    };
    let facts = AgendaItemFacts {
        title: text("title"),
        minutes: 30,
        slot: if at % 4 == 3 { 2 } else { 1 },
        presenter: text("presenter"),
        stalemate: text("stalemate"),
        facts: text("facts"),
        tried: vec![Attempt { what: text("tried"), on: Some(day("2026-10-02")), with: text("with") }],
        escalated: text("escalated"),
        life_domains: vec![LifeDomain::Finances, LifeDomain::Housing],
        bodies: invited(at).map(body).to_vec(),
        perspective: text("perspective"),
        decision_asked: text("asked"),
        options: vec![ItemOption { text: text("option"), consequences: text("consequences") }],
        grounds: vec![ItemGround {
            basis: text("basis"),
            purpose: text("purpose"),
            bodies: covered(at),
            until: Some(day("2026-12-31")),
        }],
    };
    AgendaItem {
        id: item_id(at),
        version: 1,
        revision: 1,
        meeting: Some(MeetingId(id(0, 1))),
        rank: at as i64,
        signal: Some(SignalId(id(2, at))),
        signal_number: Some(SignalNumber::new(2026, 4000 + at as u32)),
        standing: None,
        facts,
        dropped: false,
        reason: text("reason"),
        proposed_at: now(),
        proposed_by: AccountId(id(9, 1)),
        proposed_by_name: text("proposer"),
    }
}

fn invitation(asked: &Asked<'_>, at: usize, code: &OrganisationCode, person: usize) -> Invitation {
    let text = |field: &str| RawText((asked.text)(at, &format!("{field}{code}{person}")));
    let facts = InvitationFacts {
        organisation: code.clone(),
        officer: None,
        function: text("function"),
        name: text("name"),
        mail: format!("p{at}.{person}@{}.example", code.as_str().to_lowercase()).into(),
        capacity: if person == 0 { Capacity::Director } else { Capacity::Deputy },
        mandate_confirmed: person == 0,
        answer: Answer::Accepted,
        answered_for: None,
    };
    part(3, at * 1000 + person + code.as_str().len() * 100, at, facts)
}

fn decision(asked: &Asked<'_>, at: usize, code: &OrganisationCode, which: usize) -> LetDecision {
    let text = |field: &str| RawText((asked.text)(at, &format!("{field}{code}")));
    let facts = LetDecisionFacts { text: text("decision"), bodies: vec![code.clone()], legal_room: text("used") };
    part(4, at * 10 + which, at, facts)
}

/// A paper for one body; the third is for a body that is in no case: the secretariat's alone. The second came too late.
fn paper(asked: &Asked<'_>, at: usize, code: &OrganisationCode, which: usize) -> ItemPaper {
    let text = |field: &str| RawText((asked.text)(at, &format!("{field}{code}")));
    let facts = ItemPaperFacts {
        title: text("papertitle"),
        on: Some(day("2026-10-12")),
        text: text("papertext"),
        address: format!("https://stukken.example/{}", (asked.text)(at, &format!("address{code}")).len()).into(),
        bodies: vec![code.clone()],
    };
    let paper = part(7, at * 10 + which, at, facts);
    ItemPaper {
        version: 1 + which as i64,
        recorded_at: moment(if which == 1 { "2026-10-23T10:00:00Z" } else { "2026-10-19T10:00:00Z" }),
        ..paper
    }
}

/// A commitment made at this item, of this meeting or of an earlier one.
fn promise(asked: &Asked<'_>, at: usize, item: &AgendaItem, meeting: MeetingNumber, code: &OrganisationCode) -> Promise {
    let earlier = meeting != number();
    let text = |field: &str| RawText((asked.text)(at, &format!("{field}{code}{}", if earlier { "earlier" } else { "" })));
    let on = if earlier { day("2026-09-17") } else { day("2026-10-24") };
    let facts = CommitmentFacts {
        text: text("promise"),
        organisation: code.clone(),
        person: text("promiser"),
        to: text("to"),
        source: Some(CommitmentSource::AgendaItem { meeting, item: item.id, on }),
        due: Due::on(day("2026-12-04")),
        evidence: text("evidence"),
    };
    let commitment: Commitment = Arrangement {
        id: ArrangementId(id(5, at * 10 + usize::from(earlier))),
        version: 1,
        signal: SignalId(id(2, at)),
        signal_number: SignalNumber::new(2026, 4000 + at as u32),
        facts,
        closed: None,
        recorded_at: now(),
        recorded_by: AccountId(id(9, 1)),
        recorded_by_name: "M. Visser".into(),
    };
    Promise { commitment, item: Some(item.clone()) }
}

/// The agenda, and its commitments.
pub fn agenda(asked: &Asked<'_>) -> (Agenda, Vec<Promise>) {
    let meeting = Meeting {
        id: MeetingId(id(0, 1)),
        version: 1,
        agenda_version: 7,
        number: number(),
        facts: MeetingFacts {
            slots: slots(),
            place: "Den Haag, Turfmarkt 147".into(),
            video: "https://vergaderen.example/let-48".into(),
            chair: "mr. A. de Boer".into(),
            secretary: "M. Visser".into(),
            confidentiality: "Wat hier wordt besproken blijft onder de aanwezigen.".into(),
            papers_days: 2,
        },
        state: MeetingState::Concept,
        edition: None,
        pending: None,
        cancellation: None,
        imported_from: None,
        series: None,
        moves: vec![],
    };
    let (mut entries, mut promises) = (vec![], vec![]);
    for at in 1..=asked.items {
        let item = item(asked, at);
        let bodies = invited(at);
        let people = bodies.iter().flat_map(|code| (0..asked.people).map(|person| invitation(asked, at, code, person)));
        let decisions = bodies.iter().zip(0..).map(|(code, which)| decision(asked, at, code, which));
        promises.push(promise(asked, at, &item, number(), &bodies[0]));
        promises.push(promise(asked, at, &item, MeetingNumber::new(47).unwrap(), &bodies[1]));
        let papers = bodies.iter().zip(0..).map(|(code, which)| paper(asked, at, code, which));
        let papers = papers.chain([paper(asked, at, &OrganisationCode("LET".into()), 2)]).collect();
        entries.push(Entry { invitations: people.collect(), decisions: decisions.collect(), papers, item });
    }
    (Agenda::of(meeting, entries), promises)
}

/// What happened in the case of an item, newest first: an entry of every kind, the last one after the version was fixed.
pub fn timeline(asked: &Asked<'_>, at: usize) -> Vec<TimelineEntry> {
    let text = |field: &str| RawText((asked.text)(at, &format!("course{field}")));
    let entry = |number: usize, day: u32, kind| TimelineEntry {
        id: EntryId(id(8, at * 100 + number)),
        at: moment(&format!("2026-10-{day:02}T09:00:00Z")),
        kind,
        by: Some(AccountId(id(9, 1))),
        by_name: text("by"),
        organisation: None,
        text: text(&format!("text{number}")),
        contact: None,
        old: None,
        new: None,
        linked: None,
    };
    let linked = |number: usize, day: u32, kind, verb, action| {
        let label = if kind == EntryKind::Agenda { "LET 47".into() } else { text(&format!("label{number}")) };
        let (on, fields) = (Some(self::day("2026-12-24")), vec![]);
        let linked = Linked { id: id(8, number), label, verb, action, ending: None, on, before: None, fields, texts: vec![] };
        TimelineEntry { linked: Some(linked), ..entry(number, day, kind) }
    };
    let contact = ContactMoment { with: text("with"), reached: true, agreed: text("agreed"), ..ContactMoment::default() };
    let changed = |number, day, field: &str| TimelineEntry {
        text: field.into(),
        old: Some("triage".into()),
        new: Some("in_progress".into()),
        ..entry(number, day, EntryKind::Change)
    };
    let urgency = TimelineEntry { old: Some(text("old")), new: Some(text("new")), ..changed(4, 4, "urgencyReason") };
    let start = Some(ConfirmedAction::StartTimeOut);
    let mut entries = vec![
        entry(1, 1, EntryKind::Received),
        entry(2, 2, EntryKind::Note),
        entry(3, 3, EntryKind::Claim),
        urgency,
        changed(5, 5, "status"),
        TimelineEntry { contact: Some(contact), ..entry(6, 6, EntryKind::Contact) },
        linked(7, 7, EntryKind::TimeOut, LinkedVerb::Proposed, start),
        linked(8, 8, EntryKind::TimeOut, LinkedVerb::Confirmed, start),
        linked(9, 9, EntryKind::Moratorium, LinkedVerb::Recorded, None),
        linked(10, 10, EntryKind::Bridging, LinkedVerb::Recorded, None),
        linked(11, 11, EntryKind::Commitment, LinkedVerb::Recorded, None),
        linked(12, 12, EntryKind::Agenda, LinkedVerb::Decided, None),
        linked(13, 13, EntryKind::Agenda, LinkedVerb::Held, None),
        // A minute after it was fixed.
        TimelineEntry { at: moment("2026-10-19T15:01:00Z"), ..linked(14, 19, EntryKind::Moratorium, LinkedVerb::Ended, None) },
    ];
    entries.reverse();
    entries
}

fn timelines(asked: &Asked<'_>) -> BTreeMap<SignalId, Vec<TimelineEntry>> {
    (1..=asked.items).map(|at| (SignalId(id(2, at)), timeline(asked, at))).collect()
}

/// A draft.
pub fn draft(asked: &Asked<'_>) -> Source {
    let (agenda, promises) = agenda(asked);
    Source::draft(&agenda, promises, now()).sent_by(secretariat()).with_timelines(timelines(asked))
}

/// A version that was fixed.
pub fn fixed(asked: &Asked<'_>, version: u32) -> Source {
    fixed_as(asked, version, |_| {})
}

/// A version that was fixed with something changed in the agenda.
pub fn fixed_as(asked: &Asked<'_>, version: u32, change: impl Fn(&mut Agenda)) -> Source {
    let (mut agenda, promises) = agenda(asked);
    change(&mut agenda);
    let edition = Edition {
        id: loket::domain::ids::EditionId(id(6, version as usize)),
        meeting: agenda.meeting.id,
        number: version,
        content: agenda.content(),
        fixed_at: moment("2026-10-19T15:00:00Z"),
        fixed_by: AccountId(id(9, 1)),
        fixed_by_name: "M. Visser".into(),
        reason: RawText::default(),
        clocks: vec![],
    };
    Source::fixed(edition, agenda.entries, promises, now()).sent_by(secretariat()).with_timelines(timelines(asked))
}
